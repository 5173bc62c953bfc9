package dev.shuttle.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;

/** Where a command says what it has to say: results to {@code out}, all else to {@code err}. */
record Terminal(PrintWriter out, PrintWriter err) {
    /** The process's own. */
    static Terminal ofProcess() {
        Charset terminal = Charset.defaultCharset();
        return new Terminal(new PrintWriter(System.out, true, terminal), new PrintWriter(System.err, true, terminal));
    }
}
