package dev.howdah.ui.overview.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.pg.server.replication.ReplicationSnapshot;
import dev.howdah.pg.server.replication.ReplicationSnapshot.StandbyRow;
import dev.howdah.ui.overview.SomeReadings;
import dev.howdah.ui.overview.nodes.NodesViewModel.Box;
import dev.howdah.ui.overview.nodes.NodesViewModel.Condition;
import dev.howdah.ui.overview.nodes.NodesViewModel.Nodes;
import dev.howdah.ui.overview.nodes.NodesViewModel.Peer;
import dev.howdah.ui.overview.nodes.NodesViewModel.Slot;
import dev.howdah.ui.panel.PanelState.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NodesViewModelTest {
    private final NodesViewModel model = new NodesViewModel("orders-prod");

    @Test
    void drawsAPrimaryWithItsStandbysAndSlots() {
        model.show(SomeReadings.fresh(SomeReadings.primaryWithTwoStandbys()));

        assertEquals(
                new Nodes(
                        new Box("orders-prod", "primary", Condition.GOOD),
                        Optional.empty(),
                        List.of(
                                new Peer(
                                        new Box("analytics", "standby, async", Condition.GOOD),
                                        "1.1 s",
                                        """
                                        Address: 10.0.0.9
                                        Written after 366 ms, flushed after 550 ms, visible after\
                                         1.1 s
                                        Not yet replayed: 5.15 MB\
                                        """),
                                new Peer(
                                        new Box("n2", "standby, sync", Condition.GOOD),
                                        "300 ms",
                                        """
                                        Address: 10.0.0.2
                                        Written after 100 ms, flushed after 150 ms, visible after\
                                         300 ms
                                        Not yet replayed: 0 B\
                                        """)),
                        0,
                        List.of(
                                new Slot(
                                        "warehouse",
                                        "logical, shop, inactive, keeps 3.17 GB of WAL",
                                        Condition.BAD),
                                new Slot(
                                        "n2_slot",
                                        "physical, active, keeps 16.0 kB of WAL",
                                        Condition.GOOD)),
                        ""),
                model.nodes().get());
    }

    @Test
    void drawsAStandbyBehindWhatItReceivesFrom() {
        model.show(SomeReadings.fresh(SomeReadings.standbyItself(false)));

        Nodes nodes = model.nodes().get();
        assertEquals(new Box("orders-prod", "standby", Condition.GOOD), nodes.self());
        assertEquals(
                Optional.of(
                        new Peer(
                                new Box("10.0.0.1:5432", "streaming", Condition.GOOD),
                                "300 ms",
                                """
                                Slot: n2_slot
                                Visible here after 300 ms
                                Not yet replayed: 2.00 kB\
                                """)),
                nodes.upstream());

        model.show(SomeReadings.fresh(SomeReadings.standbyItself(true)));
        Peer paused = model.nodes().get().upstream().orElseThrow();
        assertEquals("replay paused", paused.lag());
        assertEquals(Condition.BAD, paused.box().condition());
    }

    @Test
    void saysThatThereIsNoStandbyOrThatItIsHidden() {
        model.show(SomeReadings.fresh(snapshot(List.of())));
        assertEquals("No standby streams from this server.", model.nodes().get().sentence());

        model.show(SomeReadings.fresh(snapshot(List.of(SomeReadings.hiddenStandby()))));
        assertEquals(
                "How the standbys do is hidden from this role. Ask for: GRANT pg_monitor.",
                model.nodes().get().sentence());
        assertEquals(
                new Box("n3", "standby", Condition.UNKNOWN),
                model.nodes().get().downstream().getFirst().box());
    }

    @Test
    void drawsSevenOfACrowdAndCountsTheRest() {
        model.show(
                SomeReadings.fresh(
                        snapshot(
                                IntStream.range(0, 20)
                                        .mapToObj(i ->
                                                SomeReadings.standby(
                                                        "n" + i, "async", Duration.ofSeconds(1), 0))
                                        .toList())));

        assertEquals(7, model.nodes().get().downstream().size());
        assertEquals(13, model.nodes().get().more());
    }

    @Test
    void keepsThePictureWhenTheServerIsAway() {
        model.show(SomeReadings.stale(SomeReadings.primaryWithTwoStandbys()));

        assertEquals(Phase.STALE, model.state().get().phase());
        assertEquals(2, model.nodes().get().downstream().size());
    }

    private static ReplicationSnapshot snapshot(List<StandbyRow> standbys) {
        return new ReplicationSnapshot(standbys, List.of(), Optional.empty());
    }
}
