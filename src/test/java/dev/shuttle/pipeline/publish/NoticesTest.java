package dev.shuttle.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.shuttle.recipe.Ticket;
import dev.shuttle.report.Brocading;
import dev.shuttle.report.Colourway;
import dev.shuttle.report.Harness;
import dev.shuttle.report.Loom;
import dev.shuttle.report.LoomBuilder;
import dev.shuttle.report.Notice;
import dev.shuttle.report.PickDensity;
import dev.shuttle.report.Pinned;
import dev.shuttle.report.Swatch;
import dev.shuttle.report.Weave;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticesTest {
    private static final Loom TWO_COLOURS = Loom.of(
                    8,
                    8,
                    List.of(
                            new Swatch(0, "#ffffff", List.of(), 0.5, null, null),
                            new Swatch(1, "#000000", List.of(), 0.5, null, null)))
            .build();

    /** Without its text the report's page could not be written. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyNoticeHasItsTextInBothLanguages(String language) throws Exception {
        String sources = "";
        for (String name : List.of("Notices", "ClothNotices", "ColourwayNotices")) {
            sources += Files.readString(Path.of("src/main/java/dev/shuttle/pipeline/publish/" + name + ".java"));
        }
        String texts = Files.readString(Path.of("src/main/resources/i18n/report_" + language + ".properties"));

        assertThat(Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+)\"").matcher(sources).results())
                .hasSizeGreaterThan(15)
                .allSatisfy(code -> assertThat(texts).contains("notice." + code.group(1) + "="));
    }

    @Test
    void fewerColoursThanTheTicketAsksForAreSaid() {
        assertThat(Notices.of(Ticket.NONE.withColours(3), TWO_COLOURS))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.code()).isEqualTo("FEWER_COLOURS");
                    assertThat(notice.message()).contains("asks for 3 colours", "has 2");
                });
    }

    @Test
    void asManyAsItAsksForAreNot() {
        assertThat(Notices.of(Ticket.NONE.withColours(2), TWO_COLOURS)).isEmpty();
    }

    @Test
    void aPresetsCountThatIsNotReachedIsSaidToo() {
        Loom asked = Loom.of(8, 8, TWO_COLOURS.palette()).coloursAsked(16).build();

        assertThat(Notices.of(Ticket.NONE, asked)).singleElement().satisfies(notice -> {
            assertThat(notice.code()).isEqualTo("FEWER_COLOURS");
            assertThat(notice.message()).startsWith("the preset asks for 16 colours");
        });
    }

    /** The picture has fewer than the preset asked for, and the cloth shows fewer still. */
    @Test
    void coloursThatTheClothDoesNotShowAreSaid() {
        Loom drawn = Loom.of(8, 8, TWO_COLOURS.palette())
                .coloursAsked(16)
                .cloth(
                        new Loom.ClothFidelity(5, 12, 0.8, 0),
                        List.of(
                                new Loom.Asked("#ffffff", 0.5, "#ffffff", 0),
                                new Loom.Asked("#000000", 0.3, "#000000", 0),
                                new Loom.Asked("#404040", 0.2, "#000000", 8)))
                .build();

        assertThat(Notices.of(Ticket.NONE, drawn))
                .extracting(Notice::code, Notice::what)
                .containsExactly(tuple("FEWER_COLOURS_WOVEN", "3"), tuple("FEWER_COLOURS", "16"));
    }

    @Test
    void aWayOfDrawingGradientsThatDidNotApplyIsSaid() {
        LoomBuilder none = Loom.of(8, 8, TWO_COLOURS.palette()).gradients("hatch", "hatch", 0);
        LoomBuilder some = Loom.of(8, 8, TWO_COLOURS.palette()).gradients("hatch", "hatch", 0.2);
        LoomBuilder usual = Loom.of(8, 8, TWO_COLOURS.palette()).gradients("auto", "hatch", 0);

        assertThat(Notices.of(Ticket.NONE, none.build())).singleElement().satisfies(notice -> {
            assertThat(notice.code()).isEqualTo("NO_GRADIENTS");
            assertThat(notice.what()).isEqualTo("hatch");
        });
        assertThat(Notices.of(Ticket.NONE, some.build())).isEmpty();
        assertThat(Notices.of(Ticket.NONE, usual.build())).isEmpty();
    }

    @Test
    void aNamedColourThatTheResultDoesNotShowIsSaid() {
        Loom named = Loom.of(8, 8, TWO_COLOURS.palette())
                .pinned(List.of(
                        new Pinned("#112233", false, 0, 0),
                        new Pinned("#000000", true, 0.5, 0.25),
                        new Pinned("#ffffff", false, 0.5, 1)))
                .build();

        assertThat(Notices.of(Ticket.NONE, named))
                .extracting(Notice::code, Notice::what)
                .containsExactly(tuple("PINNED_UNUSED", "#112233"), tuple("PROTECTED_LOST", "#000000"));
    }

    @Test
    void whatAMillHasToKnowOfAColourwayIsSaid() {
        List<Colourway.Dyed> yarns = List.of(new Colourway.Dyed("A", "#ffffff", "#000000", null));
        Loom loom = Loom.of(8, 8, TWO_COLOURS.palette())
                .colourways(List.of(
                        new Colourway(
                                1,
                                "night",
                                yarns,
                                List.of(),
                                40,
                                12,
                                true,
                                List.of("A"),
                                List.of("A/B"),
                                List.of("F"),
                                List.of()),
                        new Colourway(
                                2, "day", yarns, List.of(), 4, 60, false, List.of(), List.of(), List.of(), List.of())))
                .build();

        assertThat(Notices.of(Ticket.NONE, loom))
                .extracting(Notice::code)
                .containsExactly(
                        "COLOURWAY_UNKNOWN_YARN",
                        "COLOURWAY_NEW_WARP",
                        "COLOURWAY_OTHER_COUNT",
                        "COLOURWAY_FLIPPED",
                        "COLOURWAY_FAINT");
    }

    /** Whoever named them, the ticket or a preset. */
    @Test
    void coloursForBobbinsThatWeaveNothingAreSaid() {
        Brocading none = new Brocading(0, 0, List.of(), List.of("#000000"));
        LoomBuilder damask =
                Loom.of(8, 8, TWO_COLOURS.palette()).structure("damask", 8).brocading(none);
        LoomBuilder lampas =
                Loom.of(8, 8, TWO_COLOURS.palette()).structure("lampas", 8).brocading(none);

        assertThat(Notices.of(Ticket.NONE, damask.build()))
                .extracting(Notice::code, Notice::what)
                .contains(tuple("BROCADING_NOT_WOVEN", "#000000"));
        assertThat(Notices.of(Ticket.NONE, lampas.build()))
                .extracting(Notice::code, Notice::what)
                .contains(tuple("BROCADING_NONE", "#000000"));
    }

    @Test
    void aMachineOnWhichNothingIsWovenIsSaid() {
        Harness named = new Harness(
                "tc2-3x2",
                "straight",
                null,
                1320,
                0,
                0,
                0,
                List.of(),
                null,
                List.of(),
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                null,
                null,
                null,
                null,
                "nothing is woven on it");

        assertThat(Notices.of(
                        Ticket.NONE,
                        Loom.of(8, 8, TWO_COLOURS.palette()).harness(named).build()))
                .extracting(Notice::code, Notice::what)
                .containsExactly(tuple("MACHINE_UNUSED", "tc2-3x2"));
    }

    @Test
    void whereNoNumberOfWeftsSufficesTheBestIsSaidWithItsFigures() {
        Loom tried = Loom.of(8, 8, TWO_COLOURS.palette())
                .density(6, 12)
                .weftsConsidered(List.of(
                        new Loom.WeftsConsidered(2, "taquete", 0.5, 12, 24.0, 700.0, 1.0, 109.0, 0.75),
                        new Loom.WeftsConsidered(3, "taquete", 0.2, 8, 36.0, 900.0, 1.5, 109.0, 1.2)))
                .build();

        assertThat(Notices.of(Ticket.NONE, tried)).singleElement().satisfies(notice -> {
            assertThat(notice.code()).isEqualTo("WEFTS_NOT_ENOUGH");
            assertThat(notice.message()).contains("are 3:", "20.0 %", "8.0 on average", "900 g/m²", "11.3 lines/cm");
        });
    }

    private static Weave weave(int ends, int binders, double cover) {
        return new Weave(
                "5/2",
                ends,
                binders,
                73.0,
                63.0,
                new Weave.Proved(14, 6, 14, 9),
                2.0,
                1.9,
                List.of(),
                List.of(),
                null,
                List.of(),
                0.5,
                new Weave.Lift(1, 900, 500, 800),
                List.of(10, 20),
                0.2,
                12,
                235.0,
                1.0,
                cover,
                List.of(),
                null);
    }

    @Test
    void wantOfRoomForTheWeftsIsSaidWithTheDensityAtWhichTheyFit() {
        LoomBuilder cloth = Loom.of(8, 8, TWO_COLOURS.palette()).density(60, 20).structure("lampas", 64);

        assertThat(Notices.of(Ticket.NONE, cloth.weave(weave(300, 8, 1.05)).build()))
                .isEmpty();
        assertThat(Notices.of(Ticket.NONE, cloth.weave(weave(300, 8, 1.32)).build()))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.code()).isEqualTo("WEFTS_DENSE");
                    assertThat(notice.message()).contains("1.32", "no published cloth", "16.7 lines/cm");
                });
        assertThat(Notices.of(Ticket.NONE, cloth.weave(weave(300, 8, 1.6)).build()))
                .singleElement()
                .satisfies(notice -> assertThat(notice.message()).contains("unlikely to weave"));
    }

    /** How full they are is reckoned where lines lie closest; the mean of 20 says nothing of that. */
    @Test
    void theDensityAtWhichWeftsFitIsThatOfTheClosestPart() {
        LoomBuilder cloth = Loom.of(8, 8, TWO_COLOURS.palette())
                .density(60, 20)
                .structure("lampas", 64)
                .densities(
                        List.of(new PickDensity(1, 4, 5, 8, 33, 33, 0.12), new PickDensity(5, 8, 1, 4, 14, 14, 0.28)));

        assertThat(Notices.of(Ticket.NONE, cloth.weave(weave(300, 8, 1.32)).build()))
                .singleElement()
                .satisfies(notice -> assertThat(notice.message()).contains("27.5 lines/cm"));
    }

    @Test
    void aClothTooLargeForADraftIsSaidWhoeverAsksForOne() {
        Weave weave = weave(20_001, 20_000, 0.96);
        Loom loom = Loom.of(20_001, 20_000, TWO_COLOURS.palette())
                .structure("shaded-satin", 20_000)
                .weave(weave)
                .build();

        assertThat(Notices.of(Ticket.NONE, loom)).singleElement().satisfies(notice -> {
            assertThat(notice.code()).isEqualTo("DRAFT_TOO_LARGE");
            assertThat(notice.what()).isEqualTo("20001 × 20000");
        });
    }

    @Test
    void whatTheCloudsProportionsCostIsSaid() {
        Loom cut = Loom.of(8, 8, TWO_COLOURS.palette()).fitted(0.125, 0).build();
        Loom padded = Loom.of(8, 8, TWO_COLOURS.palette()).fitted(0, 0.333).build();

        assertThat(Notices.of(Ticket.NONE, cut)).singleElement().satisfies(notice -> {
            assertThat(notice.code()).isEqualTo("CLOUD_PICTURE_CUT");
            assertThat(notice.what()).isEqualTo("13 %");
        });
        assertThat(Notices.of(Ticket.NONE, padded)).singleElement().satisfies(notice -> {
            assertThat(notice.code()).isEqualTo("CLOUD_PICTURE_PADDED");
            assertThat(notice.what()).isEqualTo("33 %");
        });
    }

    @Test
    void whereTheTicketAsksForNoNumberThereIsNothingToSay() {
        assertThat(Notices.of(Ticket.NONE, TWO_COLOURS)).isEmpty();
    }

    private static List<String> codesOf(Loom.Paper paper) {
        Loom loom = Loom.of(10, 10, TWO_COLOURS.palette()).paper(paper).build();
        return Notices.of(Ticket.NONE, loom).stream().map(Notice::code).toList();
    }

    @Test
    void howAPointPaperWasTakenIsSaid() {
        String asIs = Loom.Paper.AS_IS;

        assertThat(codesOf(Loom.Paper.picture("peony", "damask"))).containsExactly("POINT_PAPER");
        assertThat(codesOf(new Loom.Paper(asIs, "peony", "damask", 0, 0, 0, null, null, null)))
                .isEmpty();
        assertThat(codesOf(new Loom.Paper(asIs, null, null, 0, 0, 0, null, null, null)))
                .containsExactly("PAPER_UNKNOWN");
        assertThat(codesOf(new Loom.Paper(asIs, "peony", "damask", 3, 2, 1, "pad", "70 × 70", null)))
                .containsExactly("PAPER_BLENDED", "PAPER_NEAR", "PAPER_FITTED", "PAPER_RESIZED");
    }
}
