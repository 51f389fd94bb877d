package dev.howdah.backup.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a tar goes to its end, and what is inside is whole as far as it says so itself: a dump's
 * table of contents names the files that must follow.
 */
final class TarCheck implements TarMembers.Visitor {
    private final Set<String> names = new HashSet<>();
    private List<String> promised = List.of();

    private TarCheck() {}

    static void run(CountedInput in) throws IOException {
        TarCheck check = new TarCheck();
        new TarMembers(in).run(check);
        if (!check.promised.stream().allMatch(check::hasFile)) {
            throw Unsound.lacking();
        }
    }

    @Override
    public void named(String name) {
        names.add(name);
    }

    @Override
    public void file(String name, InputStream content) throws IOException {
        CountedInput inside = new CountedInput(content);
        if (name.equals(DumpArchiveCheck.CONTENTS)) {
            promised = new DumpArchiveCheck(inside).filesOfTar();
        } else if (!name.endsWith("/" + DumpArchiveCheck.CONTENTS)) {
            // that of a dump in the directory format stands alone: its data are files beside it
            ContentCheck.of(inside);
        }
    }

    /** Large objects stand in files of their own, with one list or, since 17, several. */
    private boolean hasFile(String name) {
        return name.equals(DumpArchiveCheck.LARGE_OBJECT_LIST)
                ? names.stream().anyMatch(each -> each.matches("blobs(_\\d+)?\\.toc"))
                : names.contains(name);
    }
}
