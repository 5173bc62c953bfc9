package dev.shuttle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plan of the house: how many packages there are, and what each may know. */
@AnalyzeClasses(packages = "dev.shuttle", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.shuttle");

    private static final String SHUTTLE = "dev.shuttle";
    private static final int MOST_PACKAGES = 13;
    private static final int MOST_PAIRS = 40;
    private static final Pattern MAY_NOT_KNOW = Pattern.compile("May not know: ([^.]+)\\.");

    /** What the words of a {@code package-info}'s "May not know" stand for: packages, or names of classes. */
    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("Camel", List.of("org.apache.camel..")),
            Map.entry(
                    "HTTP",
                    List.of(
                            "org.apache.hc..",
                            "java.net.http..",
                            "org.eclipse.jetty..",
                            "dev.shuttle.web..",
                            "dev.shuttle.emulator.http..")),
            Map.entry("Jetty", List.of("org.eclipse.jetty..")),
            Map.entry("JSON", List.of("com.fasterxml.jackson..")),
            Map.entry("Shuttle", List.of("dev.shuttle..")),
            Map.entry("cloth", List.of("dev.shuttle.loom.cloth..")),
            Map.entry("cloud", List.of("dev.shuttle.provider..", "dev.shuttle.pipeline.cloud..")),
            Map.entry("commands", List.of("dev.shuttle.cli..")),
            Map.entry("conversion", List.of("dev.shuttle.loom.convert..")),
            Map.entry("files", List.of("java.nio.file..", "java.io.File")),
            Map.entry("formats", List.of("dev.shuttle.loom.format..")),
            Map.entry("jobs", List.of("dev.shuttle.pipeline.job..")),
            Map.entry("loom", List.of("dev.shuttle.loom..")),
            Map.entry("network", List.of("java.net.http..", "org.apache.hc..", "java.net.Socket")),
            Map.entry("palettes", List.of("dev.shuttle.loom.colour.Palette", "dev.shuttle.loom.colour.PaletteSearch")),
            Map.entry("pixels", List.of("dev.shuttle.loom.image..", "java.awt..", "javax.imageio..")),
            Map.entry("program", List.of("dev.shuttle.app..")),
            Map.entry("recipes", List.of("dev.shuttle.recipe..")),
            Map.entry("rendering", List.of("dev.shuttle.loom.render..", "dev.shuttle.loom.print..")),
            Map.entry("reports", List.of("dev.shuttle.report", "dev.shuttle.report.gallery")),
            Map.entry("settings", List.of("dev.shuttle.settings..")),
            Map.entry("weaves", List.of("dev.shuttle.loom.weave..")));

    @ArchTest
    static final ArchRule THE_ROOT_HOLDS_THE_ENTRY_POINT_ALONE = classes()
            .that()
            .resideInAPackage(SHUTTLE)
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .haveFullyQualifiedName("dev.shuttle.Shuttle");

    @ArchTest
    static final ArchRule NO_PACKAGE_NEEDS_ITSELF_BY_WAY_OF_OTHERS =
            slices().matching("dev.shuttle.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_TOP_LEVEL_PACKAGE_DOES =
            slices().matching("dev.shuttle.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_PACKAGE_OF_THE_SECOND_LEVEL_DOES =
            slices().matching("dev.shuttle.(*).(*)..").should().beFreeOfCycles();

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
                    "org.apache.pdfbox..",
                    "org.apache.fontbox..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule CAMEL_IS_KNOWN_WHERE_ROUTES_ARE_WIRED_ONLY = noClasses()
            .that()
            .resideOutsideOfPackages("dev.shuttle.app..", "dev.shuttle.cli..", "dev.shuttle.camel..", "dev.shuttle.ops")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..");

    @ArchTest
    static final ArchRule LOGS_GO_BY_SLF4J = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.apache.commons.logging..");

    @ArchTest
    static final ArchRule ONLY_LOGGING_KNOWS_HOW_IT_IS_LOGGED = noClasses()
            .that()
            .resideOutsideOfPackage("dev.shuttle.ops.logging")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ch.qos.logback..");

    @ArchTest
    static final ArchRule ONLY_THE_COMMANDS_PACKAGE_SPEAKS_TO_THE_TERMINAL = noClasses()
            .that()
            .resideOutsideOfPackage("dev.shuttle.cli")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule NOBODY_SLEEPS_BUT_THE_CLIENTS_SLEEPER = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.shuttle.app", "dev.shuttle.cli", "dev.shuttle.provider..", "dev.shuttle.emulator..")
            .should()
            .callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule THE_NETWORK_IS_CALLED_BY_CAMEL_ONLY = noClasses()
            .that()
            .resideOutsideOfPackages("dev.shuttle.camel..", "dev.shuttle.emulator..")
            // Traces go to their receiver, not to the cloud.
            .and()
            .haveNameNotMatching("dev\\.shuttle\\.ops\\.TraceSender.*")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "org.apache.hc..");

    @ArchTest
    static final ArchRule THE_SERVER_AND_HAWTIOS_PAGES_KNOW_JETTY = noClasses()
            .that()
            .resideOutsideOfPackages("dev.shuttle.web.server", "dev.shuttle.ops.console")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jetty..");

    @Test
    void thereAreFewTopLevelPackages() {
        assertThat(PRODUCT.stream().map(ArchitectureTest::top).filter(top -> !top.isEmpty()))
                .satisfies(tops -> assertThat(Set.copyOf(tops)).hasSizeLessThanOrEqualTo(MOST_PACKAGES));
    }

    @Test
    void fewPairsOfThemKnowEachOther() {
        Set<String> pairs = PRODUCT.stream()
                .flatMap(known -> known.getDirectDependenciesFromSelf().stream())
                .filter(use -> use.getTargetClass().getPackageName().startsWith(SHUTTLE))
                .map(use -> top(use.getOriginClass()) + " -> " + top(use.getTargetClass()))
                .filter(pair -> !pair.split(" -> ", -1)[0].equals(pair.split(" -> ", -1)[1]))
                .collect(toCollection(TreeSet::new));

        assertThat(pairs).hasSizeLessThanOrEqualTo(MOST_PAIRS);
    }

    static Stream<String> packages() {
        return PRODUCT.stream().map(JavaClass::getPackageName).distinct().sorted();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageKnowsNothingOfWhatItSaysItDoesNot(String name) throws IOException {
        for (String word : unknown(name)) {
            assertThat(WORDS).as(name).containsKey(word);
            DescribedPredicate<JavaClass> own = JavaClass.Predicates.resideInAPackage(topOf(name) + "..");
            noClasses()
                    .that()
                    .resideInAPackage(name)
                    .should()
                    .dependOnClassesThat(knownAs(word).and(DescribedPredicate.not(own(word, own))))
                    .as(name + " may not know: " + word)
                    .allowEmptyShould(true)
                    .check(PRODUCT);
        }
    }

    /** The program's own packages: a package knows the others of its own wing, where the word is the whole program. */
    private static DescribedPredicate<JavaClass> own(String word, DescribedPredicate<JavaClass> wing) {
        return word.equals("Shuttle") ? wing : DescribedPredicate.alwaysFalse();
    }

    private static DescribedPredicate<JavaClass> knownAs(String word) {
        List<String> names = WORDS.getOrDefault(word, List.of());
        return DescribedPredicate.describe(
                word,
                known -> names.stream()
                        .anyMatch(name -> known.getName().equals(name)
                                || JavaClass.Predicates.resideInAPackage(name).test(known)));
    }

    /** The words after "May not know" in a package's {@code package-info.java}. */
    private static Set<String> unknown(String name) throws IOException {
        Path file = Path.of("src/main/java", name.split("\\.")).resolve("package-info.java");
        String text = Files.readString(file).replaceAll("\\s*\n \\* ?", " ");
        Matcher matcher = MAY_NOT_KNOW.matcher(text);
        return matcher.find()
                ? Arrays.stream(matcher.group(1).split(",")).map(String::strip).collect(toSet())
                : Set.of();
    }

    private static String top(JavaClass known) {
        return known.getPackageName()
                .substring(SHUTTLE.length())
                .replaceFirst("^\\.", "")
                .replaceFirst("\\..*", "");
    }

    private static String topOf(String name) {
        return String.join(".", Arrays.copyOf(name.split("\\."), Math.min(3, name.split("\\.").length)));
    }

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
