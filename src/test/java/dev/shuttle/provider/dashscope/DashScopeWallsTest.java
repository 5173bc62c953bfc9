package dev.shuttle.provider.dashscope;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class DashScopeWallsTest {
    private static final JavaClasses PACKAGE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.shuttle.provider");

    @Test
    void theClientKnowsNoCamelNoJournalAndNoOtherPartOfTheProgram() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.shuttle.provider..",
                        "java..",
                        "javax.imageio..",
                        "javax.net.ssl",
                        "com.fasterxml.jackson..",
                        "io.github.resilience4j.ratelimiter",
                        "org.slf4j",
                        "org.jspecify.annotations")
                .check(PACKAGE);
    }

    @Test
    void theClientKnowsNoFilesNoDatabaseAndNoHttpLibrary() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.sql..", "java.net.http..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.File")
                .check(PACKAGE);
    }
}
