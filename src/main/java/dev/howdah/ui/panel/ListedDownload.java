package dev.howdah.ui.panel;

import dev.howdah.core.Texts;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.Operation.State;
import dev.howdah.ui.Workbench;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * One download among what is under way, where it can be cancelled too; one that has ended leaves
 * the list. JavaFX thread.
 */
public final class ListedDownload {
    private static final Texts TEXTS = Texts.of(ListedDownload.class);

    private final Workbench workbench;
    private final ChangeTarget server;
    private final Runnable cancel;
    private final Operation asked;

    /**
     * Lists nothing yet.
     *
     * @param name of what is fetched
     * @param cancel returns before it has ended
     */
    public ListedDownload(Workbench workbench, ChangeTarget server, String name, Runnable cancel) {
        this.workbench = workbench;
        this.server = server;
        this.cancel = cancel;
        this.asked =
                Operation.planned(
                        UUID.randomUUID(),
                        "",
                        Operation.Act.DOWNLOAD,
                        TEXTS.text("download.operation", name),
                        Map.of(),
                        "",
                        workbench.clock().instant());
    }

    /** As it stands. */
    public void show(DownloadLine line) {
        Instant now = workbench.clock().instant();
        Operation seen =
                asked.in(line.running() ? State.RUNNING : State.DONE, line.words(), now)
                        .withSteps(
                                List.of(),
                                line.share() < 0
                                        ? OptionalInt.empty()
                                        : OptionalInt.of((int) (100 * line.share())));
        workbench.working(server, seen, cancel);
    }
}
