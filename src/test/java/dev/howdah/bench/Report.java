package dev.howdah.bench;

import java.io.PrintStream;

/** Prints figures to the terminal of whoever ran the benchmark. */
final class Report {
    private static final PrintStream TERMINAL = System.out;

    private Report() {}

    static void title(String text) {
        TERMINAL.println();
        TERMINAL.println(text);
    }

    static void line(String text) {
        TERMINAL.println(text);
    }
}
