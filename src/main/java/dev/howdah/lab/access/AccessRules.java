package dev.howdah.lab.access;

import java.util.ArrayList;
import java.util.List;

/**
 * From where clients may connect. A list without entries lets nobody in but the lab itself.
 *
 * @param forceTls whether connections without TLS are refused
 */
public record AccessRules(List<Entry> entries, boolean forceTls) {

    /** Everybody, as with the providers that open a service to the internet at first. */
    public static final AccessRules OPEN =
            new AccessRules(
                    List.of(new Entry("0.0.0.0/0", "everybody"), new Entry("::/0", "everybody")),
                    false);

    /**
     * A range of addresses.
     *
     * @param cidr IPv4 or IPv6
     * @param label what it is for, one line; may be empty
     */
    public record Entry(String cidr, String label) {
        private static final int LONGEST_LABEL = 200;

        public Entry {
            // a backslash at the end of a line would join it to the next one
            label = label.replaceAll("[\\p{Cntrl}\\\\]", " ").strip();
            label = label.substring(0, Math.min(LONGEST_LABEL, label.length()));
        }
    }

    public AccessRules {
        entries = List.copyOf(entries);
    }

    public AccessRules withTls(boolean force) {
        return new AccessRules(entries, force);
    }

    List<String> ranges() {
        return entries.stream().map(Entry::cidr).toList();
    }

    /** The same with these ranges in the place of the others. */
    AccessRules withRanges(List<String> ranges) {
        List<Entry> renamed = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            renamed.add(new Entry(ranges.get(i), entries.get(i).label()));
        }
        return new AccessRules(renamed, forceTls);
    }

    /** As it is kept in a file, and read by {@link #parse}. */
    String text() {
        StringBuilder text = new StringBuilder("tls\t" + forceTls + "\n");
        entries.forEach(entry ->
                text.append("range\t")
                        .append(entry.cidr())
                        .append('\t')
                        .append(entry.label())
                        .append('\n'));
        return text.toString();
    }

    static AccessRules parse(String text) {
        List<Entry> entries = new ArrayList<>();
        boolean forceTls = false;
        for (String line : text.lines().toList()) {
            String[] parts = line.split("\t", 3);
            if (parts[0].equals("tls") && parts.length == 2) {
                forceTls = Boolean.parseBoolean(parts[1]);
            } else if (parts[0].equals("range") && parts.length == 3) {
                entries.add(new Entry(parts[1], parts[2]));
            }
        }
        return new AccessRules(entries, forceTls);
    }
}
