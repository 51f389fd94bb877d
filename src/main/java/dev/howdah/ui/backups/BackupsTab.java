package dev.howdah.ui.backups;

import dev.howdah.dump.ClientTools;
import dev.howdah.history.RestoreProofHistory;
import dev.howdah.session.Session;
import dev.howdah.ui.ServerTab;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.backups.archive.ArchivePanel;
import dev.howdah.ui.backups.copies.CopiesInLab;
import dev.howdah.ui.backups.copies.RestoredCopies;
import dev.howdah.ui.backups.dumps.DumpsPanel;
import dev.howdah.ui.backups.restores.RestoresPanel;
import dev.howdah.ui.panel.PanelsTab;
import java.util.List;

/** The door to the tab Backups. */
public final class BackupsTab {
    private BackupsTab() {}

    /**
     * The tab Backups of one server.
     *
     * @param journal what was changed from this console
     * @param proofs of restores, on this desktop
     * @param copies where a restored copy of the server is found
     * @param lab makes copies of the server
     */
    public static ServerTab of(
            Session session,
            Workbench workbench,
            RecentChanges journal,
            RestoreProofHistory proofs,
            RestoredCopies copies,
            CopiesInLab lab) {
        return new PanelsTab(
                List.of(
                        new BackupsPanel(session, workbench, journal, proofs, lab),
                        new RestoresPanel(session, workbench, proofs, copies, lab),
                        new DumpsPanel(session, workbench, ClientTools.usual()),
                        new ArchivePanel(session, workbench)));
    }
}
