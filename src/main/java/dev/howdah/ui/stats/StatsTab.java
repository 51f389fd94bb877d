package dev.howdah.ui.stats;

import dev.howdah.session.Session;
import dev.howdah.ui.ServerTab;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.panel.PanelsTab;
import dev.howdah.ui.stats.activity.ActivityPanel;
import dev.howdah.ui.stats.charts.ChartsPanel;
import dev.howdah.ui.stats.locks.LocksPanel;
import dev.howdah.ui.stats.resources.ResourcesPanel;
import dev.howdah.ui.stats.statements.StatementsPanel;
import java.util.List;

/** The door to the tab Stats. */
public final class StatsTab {
    private StatsTab() {}

    /** The Stats tab of one server. */
    public static ServerTab of(Session session, Workbench workbench) {
        return new PanelsTab(
                List.of(
                        new ActivityPanel(session, workbench),
                        new LocksPanel(session, workbench),
                        new StatementsPanel(session, workbench),
                        new ChartsPanel(session, workbench),
                        new ResourcesPanel(session, workbench)));
    }
}
