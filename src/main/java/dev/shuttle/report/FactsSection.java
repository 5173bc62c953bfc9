package dev.shuttle.report;

import dev.shuttle.report.page.Facts;
import dev.shuttle.report.page.Figure;
import dev.shuttle.report.page.Text;
import dev.shuttle.report.page.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A section of named values.
 *
 * @param id its anchor in the page
 * @param note a sentence below
 */
record FactsSection(
        String id,
        Text title,
        List<Facts.Fact> facts,
        @Nullable Text note) {

    /** A page is no list of a thousand changes; the report's file has them all. */
    private static final int MOST_CHANGES = 20;

    /** The cloth, what was cleaned, and fidelity: those of which something is known. */
    static List<FactsSection> figures(@Nullable Loom loom, Texts texts) {
        if (loom == null) {
            return List.of();
        }
        List<FactsSection> sections = new ArrayList<>();
        Text note = loom.endsPerCm() == null ? texts.say("cloth.nofabric") : null;
        sections.add(new FactsSection("cloth", texts.say("cloth.title"), cloth(loom, texts), note));
        Weave weave = loom.weave();
        if (weave != null) {
            Text order = texts.say("weave.order");
            sections.add(new FactsSection("weave", texts.say("weave.title"), WeaveFacts.of(weave, texts), order));
        }
        Loom.Paper paper = loom.paper();
        boolean isAsIs = paper != null && paper.use().equals(Loom.Paper.AS_IS);
        if (paper != null && isAsIs) {
            Text counted = texts.say("paper.note");
            sections.add(new FactsSection("paper", texts.say("paper.title"), paper(paper, texts), counted));
        }
        Cleaned cleaned = loom.cleaned();
        if (cleaned != null && !isAsIs) {
            sections.add(new FactsSection("cleaned", texts.say("cleaned.title"), cleaned(cleaned, texts), null));
        }
        Fidelity fidelity = loom.fidelity();
        if (fidelity != null) {
            Text scale = texts.say("fidelity.note");
            sections.add(new FactsSection("fidelity", texts.say("fidelity.title"), fidelity(fidelity, texts), scale));
        }
        Loom.Cloth cloth = loom.cloth();
        if (cloth != null) {
            Text lost = texts.say("woven.note");
            sections.add(new FactsSection("woven", texts.say("woven.title"), woven(cloth.fidelity(), texts), lost));
        }
        if (cloth != null && !cloth.asked().isEmpty()) {
            Text drawn = texts.say("asked.note");
            sections.add(new FactsSection("asked", texts.say("asked.title"), asked(cloth.asked(), texts), drawn));
        }
        if (!loom.densities().isEmpty()) {
            sections.add(new FactsSection(
                    "densities",
                    texts.say("densities.title"),
                    densities(loom.densities(), texts),
                    texts.say("densities.note")));
        }
        Brocading brocading = loom.brocading();
        if (brocading != null && !brocading.areas().isEmpty()) {
            List<Facts.Fact> areas = BrocadingFacts.of(brocading, texts);
            sections.add(
                    new FactsSection("brocading", texts.say("brocading.title"), areas, texts.say("brocading.note")));
        }
        if (!loom.colourways().isEmpty()) {
            List<Facts.Fact> ways = ColourwayFacts.of(loom.colourways(), texts);
            sections.add(
                    new FactsSection("colourways", texts.say("colourways.title"), ways, texts.say("colourways.note")));
        }
        if (loom.weftsConsidered().size() > 1) {
            Text chosen = texts.say("wefts.note");
            sections.add(new FactsSection("wefts", texts.say("wefts.title"), wefts(loom, texts), chosen));
        }
        return sections;
    }

    /** In the order of weaving. */
    private static List<Facts.Fact> densities(List<PickDensity> densities, Texts texts) {
        Facts facts = new Facts(texts);
        densities.stream()
                .sorted(Comparator.comparingInt(PickDensity::fromPick))
                .forEach(one -> facts.addText(
                        "densities.part",
                        texts.say(
                                "densities.value",
                                Figure.count(one.fromPick()),
                                Figure.count(one.toPick()),
                                Figure.count(one.from()),
                                Figure.count(one.to()),
                                Figure.decimal(one.linesPerCm(), 2),
                                Figure.decimal(10 * one.linesPerCm(), 1),
                                Figure.decimal(one.cm(), 2))));
        return facts.list();
    }

    /** The file that came in. */
    static FactsSection arrival(Source source, Texts texts) {
        return new FactsSection("source", texts.say("source.title"), source(source, texts), null);
    }

    private static List<Facts.Fact> cloth(Loom loom, Texts texts) {
        Facts facts = new Facts(texts)
                .addText(
                        "cloth.grid",
                        texts.say("cloth.grid.value", Figure.count(loom.ends()), Figure.count(loom.lines())))
                .add("cloth.picks", loom.picks(), Figure::count)
                .addText("cloth.size", size(loom))
                .addText("cloth.density", density(loom, texts));
        if (loom.endsPerCm() != null) {
            facts.add("cloth.cell", loom.cellAspect(), a -> "1 : " + Figure.decimal(1 / a, 2));
        }
        return facts.add("cloth.colours", loom.colours(), Figure::count)
                .add("cloth.structure", loom.structure())
                .add("cloth.hooks", loom.hooks(), Figure::count)
                .addText("cloth.machine", machine(loom.machine(), texts))
                .add("cloth.nearest", nearest(loom.machine()))
                .addText("cloth.harness", harness(loom.harness(), texts))
                .addText("cloth.tied", tied(loom.harness(), texts))
                .add("cloth.interlacings", loom.interlacings(), Figure::count)
                .addText(
                        "cloth.hangs",
                        loom.hangsTogether() == null ? null : texts.say("cloth.hangs." + loom.hangsTogether()))
                .add("cloth.seam", loom.seam(), Figure::percent)
                .addText("cloth.gradients", gradients(loom.gradients(), texts))
                .addText("cloth.calibration", calibration(loom.calibration(), texts))
                .add("cloth.pinned", named(loom.pinned(), false))
                .add("cloth.protected", named(loom.pinned(), true))
                .list();
    }

    private static @Nullable Text gradients(Loom.@Nullable Gradients gradients, Texts texts) {
        return gradients == null || gradients.share() == 0
                ? null
                : texts.say("cloth.gradients." + gradients.used(), Figure.percent(gradients.share()));
    }

    private static @Nullable Text calibration(Loom.@Nullable Calibration by, Texts texts) {
        return by == null
                ? null
                : texts.say(
                        "cloth.calibration.value",
                        by.name(),
                        Figure.count(by.patches()),
                        Figure.decimal(by.de2000(), 2));
    }

    private static @Nullable String named(List<Pinned> pinned, boolean protect) {
        String colours = pinned.stream()
                .filter(colour -> colour.protect() == protect)
                .map(colour -> colour.rgb() + " " + Figure.percent(colour.share()))
                .collect(Collectors.joining(" · "));
        return colours.isEmpty() ? null : colours;
    }

    private static @Nullable Text machine(@Nullable Machine machine, Texts texts) {
        return machine == null
                ? null
                : texts.say(
                        machine.repeats() == 0 ? "cloth.machine.toowide" : "cloth.machine.value",
                        Figure.count(machine.hooks()),
                        Figure.count(machine.used()),
                        Figure.count(machine.repeats()),
                        Figure.count(machine.idle()));
    }

    private static @Nullable Text harness(@Nullable Harness harness, Texts texts) {
        return harness == null || harness.misfit() != null
                ? null
                : texts.say(
                        "cloth.harness.value",
                        Figure.count(harness.hooks()),
                        Figure.count(harness.figureFirst()),
                        Figure.count(harness.figureFirst() + harness.figureHooks() - 1),
                        Figure.count(harness.idle()),
                        Figure.count(harness.idleLeft()));
    }

    private static @Nullable Text tied(@Nullable Harness harness, Texts texts) {
        return harness == null || harness.misfit() != null
                ? null
                : texts.say(
                        "cloth.tied." + harness.tie(),
                        Figure.count(harness.clothEnds()),
                        Figure.count(harness.mostCords()));
    }

    private static @Nullable String nearest(@Nullable Machine machine) {
        return machine == null || machine.nearest().isEmpty()
                ? null
                : machine.nearest().stream().map(Figure::count).collect(Collectors.joining(" · "));
    }

    private static @Nullable Text size(Loom loom) {
        Double width = loom.widthCm();
        Double height = loom.heightCm();
        return width == null || height == null
                ? null
                : Text.plain(Figure.decimal(width, 2) + " × " + Figure.decimal(height, 2) + " cm");
    }

    private static @Nullable Text density(Loom loom, Texts texts) {
        Double ends = loom.endsPerCm();
        Double lines = loom.picksPerCm();
        return ends == null || lines == null
                ? null
                : texts.say(
                        "cloth.density.value",
                        Figure.decimal(ends, 2),
                        Figure.decimal(lines, 2),
                        Figure.decimal(10 * ends, 1), // Chinese sheets count on 10 cm
                        Figure.decimal(10 * lines, 1));
    }

    private static List<Facts.Fact> cleaned(Cleaned cleaned, Texts texts) {
        return new Facts(texts)
                .add("cleaned.regions", cleaned.regionsRemoved(), Figure::count)
                .add("cleaned.pixels", cleaned.pixelsChanged(), Figure::count)
                .addText("cleaned.region", texts.say("cleaned.cells", Figure.count(cleaned.minRegion())))
                .list();
    }

    /** What was edited in a paper that came back. */
    private static List<Facts.Fact> paper(Loom.Paper paper, Texts texts) {
        Facts facts = new Facts(texts).add("paper.name", paper.name()).add("paper.preset", paper.preset());
        long blended = paper.blended() + paper.snapped();
        facts.add("paper.blended", blended == 0 ? null : blended, Figure::count);
        facts.add("paper.near", paper.near() == 0 ? null : paper.near(), Figure::count);
        Loom.Edited edited = paper.edited();
        if (edited == null) {
            return facts.list();
        }
        facts.addText(
                "paper.edited",
                texts.say("paper.edited.value", Figure.count(edited.cells()), Figure.percent(edited.share())));
        if (edited.cells() > 0) {
            facts.addText(
                    "paper.where",
                    texts.say(
                            "paper.where.value",
                            Figure.count(edited.x()),
                            Figure.count(edited.y()),
                            Figure.count(edited.width()),
                            Figure.count(edited.height())));
        }
        List<Facts.Fact> all = new ArrayList<>(facts.list());
        edited.changes().stream()
                .limit(MOST_CHANGES)
                .forEach(change -> all.add(new Facts.Fact(
                        texts.say("paper.change", change.from(), change.to()),
                        texts.say(
                                "paper.change.value",
                                Figure.count(change.cells()),
                                Figure.count(change.x()),
                                Figure.count(change.y())))));
        if (edited.changes().size() > MOST_CHANGES) {
            String more = Figure.count(edited.changes().size() - MOST_CHANGES);
            all.add(new Facts.Fact(texts.say("paper.more"), Text.plain(more)));
        }
        return all;
    }

    private static List<Facts.Fact> woven(Loom.ClothFidelity cloth, Texts texts) {
        return new Facts(texts)
                .add("fidelity.mean", cloth.de2000Mean(), FactsSection::difference)
                .add("fidelity.p95", cloth.de2000P95(), FactsSection::difference)
                .add("fidelity.edges", cloth.edgeF1(), v -> Figure.decimal(v, 3))
                .add("woven.lost", cloth.lostShare(), Figure::percent)
                .list();
    }

    private static String difference(double de2000) {
        return "ΔE " + Figure.decimal(de2000, 2);
    }

    /** Each colour of the picture and what the cloth shows in its place. */
    private static List<Facts.Fact> asked(List<Loom.Asked> colours, Texts texts) {
        return colours.stream()
                .map(each -> new Facts.Fact(
                        texts.say("asked.colour", each.rgb(), Figure.percent(each.share())),
                        Text.plain(each.woven() + ", " + difference(each.de2000()))))
                .toList();
    }

    /** What each number of wefts would have cost and shown. */
    private static List<Facts.Fact> wefts(Loom loom, Texts texts) {
        return loom.weftsConsidered().stream()
                .map(each ->
                        new Facts.Fact(texts.say("wefts.number", each.k(), each.structure()), considered(each, texts)))
                .toList();
    }

    private static Text considered(Loom.WeftsConsidered each, Texts texts) {
        return texts.say(
                "wefts.value",
                Figure.percent(each.lost()),
                difference(each.de()),
                figure(each.picksPerCm(), 1),
                figure(each.gM2(), 0),
                figure(each.hours(), 2),
                figure(each.tex(), 1));
    }

    private static String figure(@Nullable Double value, int decimals) {
        return value == null ? "–" : Figure.decimal(value, decimals);
    }

    private static List<Facts.Fact> fidelity(Fidelity fidelity, Texts texts) {
        return new Facts(texts)
                .add("fidelity.mean", fidelity.de2000Mean(), FactsSection::difference)
                .add("fidelity.p95", fidelity.de2000P95(), FactsSection::difference)
                .add("fidelity.ssim", fidelity.ssim(), v -> Figure.decimal(v, 3))
                .add("fidelity.edges", fidelity.edgeF1(), v -> Figure.decimal(v, 3))
                .list();
    }

    private static List<Facts.Fact> source(Source source, Texts texts) {
        Integer height = source.height();
        return new Facts(texts)
                .add("source.name", source.name())
                .add("source.format", source.format())
                .add("source.pixels", source.width(), w -> w + " × " + height)
                .add("source.bytes", source.bytes(), Figure::bytes)
                .addText("source.from", texts.say("from." + source.from()))
                .add("source.sha256", source.sha256())
                .list();
    }
}
