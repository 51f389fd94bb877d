package dev.howdah.ui.settings;

import dev.howdah.provider.trial.AllowlistGuard;
import dev.howdah.session.Session;
import dev.howdah.ui.PanelsTab;
import dev.howdah.ui.ServerTab;
import dev.howdah.ui.Workbench;
import java.util.List;

/** The door to the tab Advanced Settings. */
public final class SettingsTab {
    private SettingsTab() {}

    /**
     * The tab Advanced Settings of one server.
     *
     * @param guard of its allowlist; it works on when the tab is closed
     */
    public static ServerTab of(Session session, Workbench workbench, AllowlistGuard guard) {
        return new PanelsTab(
                List.of(
                        new AllowlistPanel(session, workbench, guard),
                        new ParametersPanel(session, workbench),
                        new ExtensionsPanel(session, workbench)));
    }
}
