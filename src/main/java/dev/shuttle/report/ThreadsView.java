package dev.shuttle.report;

import dev.shuttle.report.page.Figure;
import dev.shuttle.report.page.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * The point paper to look into.
 *
 * @param cell width over height of a cell
 * @param shape the CSS class that the figures are laid out by
 * @param closeup a piece of the cloth thread by thread, where there is a weave
 */
record ThreadsView(
        String src,
        int ends,
        int lines,
        String cell,
        String shape,
        @Nullable String closeup) {
    static @Nullable ThreadsView of(Report report, Sheet sheet) {
        Loom loom = report.loom();
        String paper = PicturesView.href(report, Role.POINTPAPER);
        if (loom == null || paper == null) {
            return null;
        }
        String cell = Figure.decimal(loom.cellAspect(), 5);
        String shape = sheet.classOf("--ends:" + loom.ends() + ";--lines:" + loom.lines() + ";--cell:" + cell);
        return new ThreadsView(
                paper, loom.ends(), loom.lines(), cell, shape, PicturesView.cloth(report, "-threads.png"));
    }
}
