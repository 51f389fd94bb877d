package dev.howdah.ui.settings;

import dev.howdah.provider.capability.Capability;
import dev.howdah.provider.trial.guard.LockOutGuard;
import dev.howdah.session.LoadPeaks;
import dev.howdah.session.OpenSessions;
import dev.howdah.session.SeenClients;
import dev.howdah.session.Session;
import dev.howdah.ui.ServerTab;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.panel.PanelsTab;
import dev.howdah.ui.panel.TabPanel;
import dev.howdah.ui.settings.allowlist.AllowlistPanel;
import dev.howdah.ui.settings.extensions.ExtensionsPanel;
import dev.howdah.ui.settings.logs.LogsPanel;
import dev.howdah.ui.settings.parameters.ParametersPanel;
import dev.howdah.ui.settings.plan.PlanPanel;
import dev.howdah.ui.settings.service.ServicePanel;
import dev.howdah.ui.settings.version.VersionPanel;
import java.util.List;
import java.util.stream.Stream;

/** The door to the tab Advanced Settings. */
public final class SettingsTab {
    private SettingsTab() {}

    /**
     * The tab Advanced Settings of one server. Who connects is known of every server. What only a
     * provider can do comes next where there is one; where there is none it stands last, and says
     * why it can do nothing.
     *
     * @param open the servers to compare with
     * @param guard of its allowlist; it works on when the tab is closed
     * @param peaks what the server needed at most on earlier days
     * @param seen from where its sessions came
     */
    public static ServerTab of(
            Session session,
            Workbench workbench,
            OpenSessions open,
            LockOutGuard guard,
            LoadPeaks peaks,
            SeenClients seen) {
        Stream<TabPanel> first = Stream.of(new AllowlistPanel(session, workbench, guard, seen));
        List<TabPanel> byProvider =
                List.of(
                        new PlanPanel(session, workbench, peaks),
                        new VersionPanel(session, workbench),
                        new ServicePanel(session, workbench),
                        new LogsPanel(session, workbench));
        List<TabPanel> bySql =
                List.of(
                        new ParametersPanel(session, open, workbench),
                        new ExtensionsPanel(session, workbench));
        boolean isHosted = session.hosting().provider().capabilities().offers(Capability.FACTS);
        Stream<TabPanel> others =
                (isHosted ? Stream.of(byProvider, bySql) : Stream.of(bySql, byProvider))
                        .flatMap(List::stream);
        return new PanelsTab(Stream.concat(first, others).toList());
    }
}
