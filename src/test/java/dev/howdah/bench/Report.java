package dev.howdah.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * All figures of one run, printed together at its end. Figures of a shared machine are noisy: what
 * is over its aim is marked and fails nothing.
 */
public final class Report implements AutoCloseable {
    private static final String FIGURE = "%-72s %10s %-4s %-9s %s";
    private static final String PANEL = "%-28s %12s %12s %12s %6s";

    private final PrintStream terminal = System.out;
    private final List<String> panels = new ArrayList<>();
    private final List<String> figures = new ArrayList<>();

    /** Begins a block of panels, all on the same server. */
    public void panels(String server) {
        panels.add("");
        panels.add(server);
        panels.add(
                String.format(PANEL, "one refresh of", "server", "backend CPU", "read", "trips"));
    }

    /** What one refresh of a panel costs. */
    public void panel(String name, ServerCost cost) {
        panels.add(
                String.format(
                        PANEL,
                        name,
                        number(cost.serverMs()) + " ms",
                        number(cost.cpuMs()) + " ms",
                        number(cost.bytes() / 1_000) + " kB",
                        Math.round(cost.trips())));
    }

    /** A figure that nobody aims at yet. */
    public void figure(String name, double value, String unit) {
        add(name, value, unit, "", "");
    }

    /** A figure that should not be above its aim. */
    public void atMost(double aim, String name, double value, String unit) {
        add(name, value, unit, "<= " + number(aim), value <= aim ? "ok" : "over");
    }

    /** Something to know about the figure before. */
    public void remark(String text) {
        figures.add("    " + text);
    }

    private void add(String name, double value, String unit, String aim, String verdict) {
        figures.add(String.format(FIGURE, name, number(value), unit, aim, verdict).stripTrailing());
    }

    private static String number(double value) {
        boolean isCount = value == Math.rint(value);
        return String.format(
                Locale.ROOT, isCount ? "%,.0f" : value < 0.1 ? "%.4f" : "%,.2f", value);
    }

    /** Prints everything. */
    @Override
    public void close() {
        panels.forEach(terminal::println);
        terminal.println();
        terminal.println(String.format(FIGURE, "figure", "value", "unit", "aim", ""));
        figures.forEach(terminal::println);
        terminal.println();
    }
}
