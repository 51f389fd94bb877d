package dev.howdah.ui.overview.nodes;

import dev.howdah.core.Quantities;
import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.pg.server.replication.ReplicationSnapshot;
import dev.howdah.pg.server.replication.ReplicationSnapshot.Receiver;
import dev.howdah.pg.server.replication.ReplicationSnapshot.SlotRow;
import dev.howdah.pg.server.replication.ReplicationSnapshot.StandbyRow;
import dev.howdah.ui.Names;
import dev.howdah.ui.panel.PanelState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Who sends WAL to whom: this server, what it receives from, and what it sends to. */
public final class NodesViewModel {
    private static final Texts TEXTS = Texts.of(NodesViewModel.class);

    /** More boxes than this are counted, not drawn. */
    static final int MOST_DRAWN = 8;

    private final String serverName;
    private final ReadOnlyObjectWrapper<PanelState> state =
            new ReadOnlyObjectWrapper<>(PanelState.waiting());
    private final ReadOnlyObjectWrapper<Nodes> nodes = new ReadOnlyObjectWrapper<>(Nodes.NONE);

    /** How a node or a link is, as far as it can be told without limits. */
    enum Condition {
        GOOD,
        /** Not what one wants: paused, catching up, inactive. */
        BAD,
        UNKNOWN
    }

    /**
     * A server.
     *
     * @param role like "primary" or "standby, async"
     */
    record Box(String name, String role, Condition condition) {}

    /**
     * Another server and the stream between it and ours.
     *
     * @param lag on the stream, like "0.3 s"
     * @param exactly the tooltip
     */
    record Peer(Box box, String lag, String exactly) {}

    /** A slot that keeps WAL. */
    record Slot(String name, String text, Condition condition) {}

    /**
     * The picture.
     *
     * @param upstream what our server receives from; empty on a primary
     * @param downstream whom it sends to
     * @param more how many of those are not drawn
     * @param sentence what the picture can't say; may be empty
     */
    record Nodes(
            Box self,
            Optional<Peer> upstream,
            List<Peer> downstream,
            int more,
            List<Slot> slots,
            String sentence) {
        static final Nodes NONE =
                new Nodes(
                        new Box("", "", Condition.UNKNOWN),
                        Optional.empty(),
                        List.of(),
                        0,
                        List.of(),
                        "");

        Nodes {
            downstream = List.copyOf(downstream);
            slots = List.copyOf(slots);
        }
    }

    public NodesViewModel(String serverName) {
        this.serverName = serverName;
    }

    public void show(Reading<ReplicationSnapshot> reading) {
        state.set(PanelState.of(reading, false));
        reading.content().ifPresent(known -> nodes.set(drawn(known)));
    }

    private Nodes drawn(ReplicationSnapshot known) {
        List<Peer> all = known.standbys().stream().map(NodesViewModel::downstream).toList();
        boolean crowded = all.size() > MOST_DRAWN;
        List<Peer> shown = crowded ? all.subList(0, MOST_DRAWN - 1) : all;
        String role = TEXTS.text(known.inRecovery() ? "nodes.standby" : "nodes.primary");
        return new Nodes(
                new Box(serverName, role, Condition.GOOD),
                known.receiver().map(NodesViewModel::upstream),
                shown,
                all.size() - shown.size(),
                known.slots().stream().map(NodesViewModel::slot).toList(),
                sentence(known));
    }

    private static String sentence(ReplicationSnapshot known) {
        if (known.hidesStandbys()) {
            return TEXTS.text("nodes.hidden");
        }
        return known.standbys().isEmpty() ? TEXTS.text("nodes.none") : "";
    }

    private static Peer downstream(StandbyRow standby) {
        String state = standby.state().orElse("");
        Condition condition =
                switch (state) {
                    case "" -> Condition.UNKNOWN;
                    case "streaming", "backup" -> Condition.GOOD;
                    default -> Condition.BAD;
                };
        List<String> role = new ArrayList<>();
        role.add(TEXTS.text(state.equals("backup") ? "nodes.backup" : "nodes.standby"));
        standby.sync().filter(_ -> !state.equals("backup")).ifPresent(role::add);
        if (condition == Condition.BAD) {
            role.add(state);
        }
        return new Peer(
                new Box(named(standby), String.join(", ", role), condition),
                lag(standby),
                TEXTS.text(
                        "nodes.exactly",
                        standby.address().orElse(TEXTS.text("nodes.local")),
                        time(standby.writeLag()),
                        time(standby.flushLag()),
                        time(standby.replayLag()),
                        bytes(standby.bytesBehind())));
    }

    private static String named(StandbyRow standby) {
        return standby.name().isBlank()
                ? standby.address().orElse(TEXTS.text("nodes.pid", Integer.toString(standby.pid())))
                : Names.visible(standby.name());
    }

    /** The server gives no time when nothing was written lately; the bytes say it then. */
    private static String lag(StandbyRow standby) {
        return standby.replayLag()
                .map(Quantities::duration)
                .orElseGet(() -> bytes(standby.bytesBehind()));
    }

    private static Peer upstream(Receiver receiver) {
        Condition condition =
                receiver.paused() || !receiver.running() ? Condition.BAD : Condition.GOOD;
        String role =
                receiver.running()
                        ? receiver.status().orElse(TEXTS.text("nodes.upstream"))
                        : TEXTS.text("nodes.cutOff");
        String lag =
                receiver.paused()
                        ? TEXTS.text("nodes.paused")
                        : receiver.replayLag()
                                .map(Quantities::duration)
                                .orElseGet(() -> bytes(receiver.bytesToReplay()));
        return new Peer(
                new Box(
                        receiver.sender().orElse(TEXTS.text("nodes.unknownSender")),
                        role,
                        condition),
                lag,
                TEXTS.text(
                        "nodes.exactly.receiver",
                        receiver.slot().orElse(TEXTS.text("nodes.noSlot")),
                        time(receiver.replayLag()),
                        bytes(receiver.bytesToReplay())));
    }

    private static Slot slot(SlotRow slot) {
        List<String> words = new ArrayList<>();
        words.add(TEXTS.text(slot.logical() ? "nodes.slot.logical" : "nodes.slot.physical"));
        slot.database().ifPresent(words::add);
        words.add(TEXTS.text(slot.active() ? "nodes.slot.active" : "nodes.slot.inactive"));
        slot.retainedBytes()
                .ifPresent(kept ->
                        words.add(TEXTS.text("nodes.slot.keeps", Quantities.bytes((double) kept))));
        boolean lost = slot.walStatus().map(status -> status.equals("lost")).orElse(false);
        if (lost) {
            words.add(TEXTS.text("nodes.slot.lost"));
        }
        slot.invalidation().ifPresent(words::add);
        return new Slot(
                Names.visible(slot.name()),
                String.join(", ", words),
                slot.active() && !lost ? Condition.GOOD : Condition.BAD);
    }

    private static String time(Optional<java.time.Duration> duration) {
        return duration.map(Quantities::duration).orElse("–");
    }

    private static String bytes(OptionalLong bytes) {
        return bytes.isPresent() ? Quantities.bytes((double) bytes.getAsLong()) : "–";
    }

    ReadOnlyObjectProperty<PanelState> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Nodes> nodes() {
        return nodes.getReadOnlyProperty();
    }
}
