package dev.howdah.ui.settings;

import dev.howdah.session.Session;
import dev.howdah.ui.PanelsTab;
import dev.howdah.ui.ServerTab;
import dev.howdah.ui.Workbench;
import java.util.List;

/** The door to the tab Advanced Settings. */
public final class SettingsTab {
    private SettingsTab() {}

    /** The tab Advanced Settings of one server. */
    public static ServerTab of(Session session, Workbench workbench) {
        return new PanelsTab(
                List.of(
                        new ParametersPanel(session, workbench),
                        new ExtensionsPanel(session, workbench)));
    }
}
