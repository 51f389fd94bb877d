package dev.howdah.ui.settings.allowlist.effect;

import dev.howdah.core.Texts;
import dev.howdah.pg.ApplicationName;
import dev.howdah.pg.activity.ClientsSnapshot.ClientRow;
import dev.howdah.ui.Names;
import java.util.List;
import java.util.Locale;

/** What sessions are called by whoever reads where they come from. */
public final class ClientName {
    private static final Texts TEXTS = Texts.of(ClientName.class);

    /** Programs that speak for many clients, by what their sessions call themselves. */
    private static final List<String> POOLERS =
            List.of("pgbouncer", "pgpool", "odyssey", "pgcat", "supavisor", "pgdog", "rdsproxy");

    private ClientName() {}

    /** "order-service", "replica analytics", "pooler pgbouncer". */
    public static String of(ClientRow row) {
        String name =
                row.application().isEmpty()
                        ? TEXTS.text("who.unnamed", Names.visible(row.user()))
                        : Names.visible(withoutPanel(row.application()));
        if (row.replica()) {
            return TEXTS.text("who.replica", name);
        }
        return isPooler(row.application()) ? TEXTS.text("who.pooler", name) : name;
    }

    /** Sessions of a Howdah also say what they read, which is nobody's name. */
    private static String withoutPanel(String application) {
        int blank = application.indexOf(' ');
        return blank > 0 && application.startsWith(ApplicationName.PREFIX)
                ? application.substring(0, blank)
                : application;
    }

    /**
     * Whether sessions of this name stand for a pooler. PgBouncer hands on the client's own name,
     * with the client's address behind it when application_name_add_host is set (its documentation,
     * config.md).
     */
    static boolean isPooler(String application) {
        String name = application.toLowerCase(Locale.ROOT);
        return POOLERS.stream().anyMatch(name::contains)
                || name.matches(".* - [0-9a-f.:\\[\\]]+:[0-9]+");
    }
}
