package dev.howdah.pg.roles;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.pg.DatabaseCharset;
import dev.howdah.pg.SqlNames;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Which names a new role can have. */
public final class RoleNames {
    /** Words that mean something else where a role is named. Source: RoleSpec in the grammar. */
    private static final Set<String> SPOKEN_FOR =
            Set.of("public", "none", "current_user", "session_user", "current_role");

    /** The ones that the server refuses even in double quotes. */
    private static final Set<String> REFUSED = Set.of("public", "none");

    private static final String RESERVED = "pg_";
    private static final Texts TEXTS = Texts.of(RoleNames.class);

    private RoleNames() {}

    /**
     * Refuses a name that the server would refuse, cut or confuse.
     *
     * @param encoding of the database we are connected to, by PostgreSQL's name: the 63 bytes that
     *     a name may have are counted in it
     * @throws ProblemException of kind BAD_INPUT
     */
    public static void check(String name, String encoding) throws ProblemException {
        SqlNames.check(name);
        if (REFUSED.contains(name) || name.startsWith(RESERVED)) {
            throw refused("roleName.reserved", name);
        }
        Charset charset = DatabaseCharset.of(encoding).orElse(StandardCharsets.US_ASCII);
        if (!encoding.equals("SQL_ASCII") && !charset.newEncoder().canEncode(name)) {
            throw refused("roleName.notInEncoding", name, encoding);
        }
    }

    /** Whether somebody who forgets the double quotes would mean something else. */
    public static boolean needsQuotes(String name) {
        return SPOKEN_FOR.contains(name) || !name.matches("[a-z_][a-z0-9_]*");
    }

    private static ProblemException refused(String key, Object... arguments) {
        return new ProblemException(
                Problem.of(
                        Problem.Kind.BAD_INPUT,
                        TEXTS.text(key, arguments),
                        TEXTS.text("roleName.remedy")));
    }
}
