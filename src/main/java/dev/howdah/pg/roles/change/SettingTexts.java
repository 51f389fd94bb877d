package dev.howdah.pg.roles.change;

import dev.howdah.pg.SqlNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the names and values of parameters for ALTER ROLE … SET. */
final class SettingTexts {
    /**
     * Parameters that are lists of names: one literal would be one name. Source: GUC_LIST_QUOTE, as
     * in pg_dump's variable_is_guc_list_quote().
     */
    private static final Set<String> LISTS =
            Set.of(
                    "local_preload_libraries",
                    "search_path",
                    "session_preload_libraries",
                    "shared_preload_libraries",
                    "temp_tablespaces",
                    "unix_socket_directories");

    private SettingTexts() {}

    /** An extension's parameter has two parts, each a name. */
    static String quotedName(String parameter) {
        return Arrays.stream(parameter.split("\\.", -1))
                .map(SqlNames::quoted)
                .collect(Collectors.joining("."));
    }

    static String literal(String parameter, String value) {
        if (!LISTS.contains(parameter.toLowerCase(Locale.ROOT))) {
            return SqlNames.literal(value);
        }
        List<String> names = names(value);
        return names.isEmpty()
                ? "''"
                : names.stream().map(SqlNames::literal).collect(Collectors.joining(", "));
    }

    /** The server keeps lists as they are written in SQL: in double quotes where needed. */
    private static List<String> names(String list) {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        boolean inQuotes = false;
        boolean quoted = false;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            if (c == '"' && inQuotes && i + 1 < list.length() && list.charAt(i + 1) == '"') {
                name.append('"');
                i++;
            } else if (c == '"') {
                inQuotes = !inQuotes;
                quoted = true;
            } else if (c == ',' && !inQuotes) {
                add(names, name, quoted);
                quoted = false;
            } else if (inQuotes || !Character.isWhitespace(c)) {
                name.append(c);
            }
        }
        add(names, name, quoted);
        return names;
    }

    private static void add(List<String> names, StringBuilder name, boolean quoted) {
        if (quoted || !name.isEmpty()) {
            names.add(name.toString());
        }
        name.setLength(0);
    }
}
