package dev.shuttle.cli;

import dev.shuttle.ops.logging.Logs;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** How far the pictures are; where nobody watches a terminal, nothing. */
final class Bar implements AutoCloseable {
    private final @Nullable ProgressBar bar;

    private Bar(@Nullable ProgressBar bar) {
        this.bar = bar;
        Logs.besideBar(bar != null);
    }

    static Bar of(int pictures, boolean wanted) {
        return new Bar(
                wanted && Ansi.AUTO.enabled()
                        ? new ProgressBarBuilder()
                                .setTaskName("pictures")
                                .setInitialMax(pictures)
                                .hideEta()
                                .clearDisplayOnFinish()
                                .build()
                        : null);
    }

    /** One more has ended. */
    void step(String picture) {
        if (bar != null) {
            bar.step();
            bar.setExtraMessage(Logs.printable(picture));
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            Logs.besideBar(false);
        }
    }
}
