package dev.shuttle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The walls between the packages: what each may know. */
@AnalyzeClasses(packages = "dev.shuttle", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.shuttle");

    @ArchTest
    static final ArchRule THE_ENGINE_KNOWS_PICTURES_AND_NOTHING_ELSE = classes()
            .that()
            .resideInAPackage("dev.shuttle.loom..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.shuttle.loom..",
                    "java..",
                    "javax.imageio..",
                    "org.w3c.dom..",
                    "com.twelvemonkeys..",
                    "com.drew..",
                    "de.siegmar.fastcsv..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule CAMEL_IS_KNOWN_WHERE_ROUTES_ARE_WIRED_ONLY = noClasses()
            .that()
            .resideOutsideOfPackages("dev.shuttle", "dev.shuttle.route..", "dev.shuttle.ops..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..");

    @ArchTest
    static final ArchRule NO_PACKAGE_NEEDS_ITSELF_BY_WAY_OF_OTHERS =
            slices().matching("dev.shuttle.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_WIRING = noClasses()
            .that()
            .resideInAPackage("dev.shuttle.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.shuttle");

    @ArchTest
    static final ArchRule THE_CLIENT_DOES_NOT_KNOW_THE_ENGINE = noClasses()
            .that()
            .resideInAPackage("dev.shuttle.dashscope..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.shuttle.loom..");

    @ArchTest
    static final ArchRule THE_ENGINE_DOES_NOT_KNOW_THE_CLIENT = noClasses()
            .that()
            .resideInAPackage("dev.shuttle.loom..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.shuttle.dashscope..");

    @ArchTest
    static final ArchRule LOGS_GO_BY_SLF4J = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.apache.commons.logging..");

    @ArchTest
    static final ArchRule ONLY_LOGGING_KNOWS_HOW_IT_IS_LOGGED = noClasses()
            .that()
            .resideOutsideOfPackage("dev.shuttle.logging")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ch.qos.logback..");

    @ArchTest
    static final ArchRule ONLY_THE_COMMANDS_PACKAGE_SPEAKS_TO_THE_TERMINAL = noClasses()
            .that()
            .resideOutsideOfPackage("dev.shuttle")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule NOBODY_SLEEPS_BUT_THE_CLIENTS_SLEEPER = noClasses()
            .that()
            .resideOutsideOfPackages("dev.shuttle", "dev.shuttle.dashscope..", "dev.shuttle.emulator..")
            .should()
            .callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule THE_NETWORK_IS_CALLED_BY_CAMEL_ONLY = noClasses()
            .that()
            .resideOutsideOfPackages("dev.shuttle.route..", "dev.shuttle.emulator..")
            // Traces go to their receiver, not to the cloud.
            .and()
            .haveNameNotMatching("dev\\.shuttle\\.ops\\.TraceSender.*")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "org.apache.hc..");

    @ArchTest
    static final ArchRule THE_SERVER_AND_HAWTIOS_PAGES_KNOW_JETTY = noClasses()
            .that()
            .resideOutsideOfPackages("dev.shuttle.http", "dev.shuttle.console")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jetty..");

    @ArchTest
    static final ArchRule THE_SERVER_KNOWS_NO_JOB = noClasses()
            .that()
            .resideInAPackage("dev.shuttle.http")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.shuttle.job..", "dev.shuttle.api..", "dev.shuttle.outbox..", "dev.shuttle.intake..");

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() {
        List<String> unmarked = PRODUCT.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(javaPackage -> !isNullMarked(javaPackage))
                .map(JavaPackage::getName)
                .toList();

        assertThat(unmarked).isEmpty();
    }

    private static boolean isNullMarked(JavaPackage javaPackage) {
        return javaPackage.isAnnotatedWith(NullMarked.class);
    }
}
