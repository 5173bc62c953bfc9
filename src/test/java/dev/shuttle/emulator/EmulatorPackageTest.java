package dev.shuttle.emulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the packages may not know. */
class EmulatorPackageTest {
    private static final JavaClasses EMULATOR = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.shuttle.emulator");

    @Test
    void theEmulatorKnowsNothingOfTheProductOrOfCamel() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.shuttle.emulator..",
                        "java..",
                        "javax.imageio..",
                        "javax.crypto..",
                        "com.fasterxml.jackson..",
                        "org.slf4j..",
                        "org.jspecify..")
                .check(EMULATOR);
    }

    @Test
    void theServerKnowsNothingOfTheService() {
        noClasses()
                .that()
                .resideInAPackage("dev.shuttle.emulator.http")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.shuttle.emulator", "dev.shuttle.emulator.picture", "com.fasterxml..")
                .check(EMULATOR);
    }

    @Test
    void thePainterKnowsNothingOfTheServer() {
        noClasses()
                .that()
                .resideInAPackage("dev.shuttle.emulator.picture")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.shuttle.emulator", "dev.shuttle.emulator.http", "com.fasterxml..")
                .check(EMULATOR);
    }
}
