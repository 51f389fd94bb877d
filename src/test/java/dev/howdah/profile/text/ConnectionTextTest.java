package dev.howdah.profile.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTextTest {
    private static final PgTarget SHOP =
            PgTarget.of("db.example.org", 6432, "shop", "dba", TlsMode.REQUIRE);
    private static final String ACCOUNT = System.getProperty("user.name");
    private static final String NO_SSL_MODE =
            "The text names no sslmode; the connection is encrypted, and the server's certificate"
                    + " and name are checked (verify-full).";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://dba:s3cret@db.example.org:6432/shop?sslmode=require",
                "postgres://dba:s3cret@db.example.org:6432/shop?sslmode=require",
                "POSTGRES://dba:s3cret@db.example.org:6432/shop?sslmode=require",
                "postgresql+psycopg2://dba:s3cret@db.example.org:6432/shop?sslmode=require",
                "postgresql:///?host=db.example.org&port=6432&dbname=shop&user=dba"
                        + "&password=s3cret&sslmode=require",
                "postgresql://%64ba:%733cret@db%2Eexample.org:6432/sho%70?sslmode=%72equire",
                "jdbc:postgresql://db.example.org:6432/shop?user=dba&password=s3cret"
                        + "&sslmode=require",
                "jdbc:postgresql://dba:s3cret@db.example.org:6432/shop?sslmode=require",
                "host=db.example.org port=6432 dbname=shop user=dba password=s3cret"
                        + " sslmode=require",
                "host = 'db.example.org'\n port = 6432\n dbname='shop' user=db\\a"
                        + " password='s3\\cret' sslmode=require",
                "DATABASE_URL=postgres://dba:s3cret@db.example.org:6432/shop?sslmode=require",
                "  export DATABASE_URL=\"postgres://dba:s3cret@db.example.org:6432/shop"
                        + "?sslmode=require\"\n",
                "database_url: postgres://dba:s3cret@db.example.org:6432/shop?sslmode=require",
                "$env:DATABASE_URL = 'postgres://dba:s3cret@db.example.org:6432/shop"
                        + "?sslmode=require'",
                "spring.datasource.url=jdbc:postgresql://db.example.org:6432/shop?user=dba"
                        + "&password=s3cret&sslmode=require",
                "PGCONN=\"host=db.example.org port=6432 dbname=shop user=dba password=s3cret"
                        + " sslmode=require\"",
                "psql 'postgres://dba:s3cret@db.example.org:6432/shop?sslmode=require'",
                "\uFEFF'postgres://dba:s3cret@db.example.org:6432/shop?sslmode=require'"
            })
    void readsOneServerInEveryForm(String text) throws ProblemException {
        ConnectionText read = ConnectionText.parse(text);

        assertEquals(SHOP, read.target());
        assertEquals(Optional.of("s3cret"), read.password().map(Secret::reveal));
        assertEquals(List.of(), read.notes());
        assertFalse(read.toString().contains("s3cret"), read.toString());
    }

    @Test
    void fillsInWhatIsMissingAsLibpqDoesAndSaysSo() throws ProblemException {
        ConnectionText read = ConnectionText.parse("postgresql://localhost");

        assertEquals(
                PgTarget.of("localhost", 5432, ACCOUNT, ACCOUNT, TlsMode.DISABLE), read.target());
        assertEquals(Optional.empty(), read.password());
        assertEquals(
                List.of(
                        "The text names no user; the name of your account on this computer is"
                                + " used.",
                        "The text names no database; the one with the name of the user is used."),
                read.notes());
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://a@[2001:db8::1]:6000/b, 2001:db8::1, 6000",
        "postgresql://a@[2001:db8::1]/b, 2001:db8::1, 5432",
        "host=fe80::1%eth0 dbname=b user=a, fe80::1%eth0, 5432",
        "hostaddr=192.0.2.7 dbname=b user=a, 192.0.2.7, 5432",
        "postgresql://a@bücher.example/b, bücher.example, 5432",
        "postgresql://a@db-1_x.example.org:/b, db-1_x.example.org, 5432"
    })
    void readsHostsOfEveryKind(String text, String host, int port) throws ProblemException {
        assertEquals(
                PgTarget.of(host, port, "b", "a", TlsMode.VERIFY_FULL),
                ConnectionText.parse(text).target());
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://a:p%40%3A%2F%25@h/b, p@:/%",
        "postgresql://a:p@ss:w@h/b, p@ss:w",
        "postgresql://a:gr%C3%BC%C3%9F%F0%9F%90%98@h/b, grüß🐘",
        "postgresql://a:p+q@h/b, p+q",
        "jdbc:postgresql://h/b?user=a&password=p+q%2Br, p q+r",
        "host=h user=a dbname=b password='it\\'s \\\\ here', it's \\ here",
        "host=h user=a dbname=b password=it\\'s, it's"
    })
    void readsPasswordsWithSpecialCharacters(String text, String password) throws ProblemException {
        ConnectionText read = ConnectionText.parse(text.strip());

        assertEquals(Optional.of(password), read.password().map(Secret::reveal));
        assertEquals("h", read.host());
        assertEquals("b", read.database());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "h         |                                          | VERIFY_FULL |      | names no",
                "localhost |                                          | DISABLE     |      | ",
                "127.0.0.2 |                                          | DISABLE     |      | ",
                "[::1]     |                                          | DISABLE     |      | ",
                "127.0.0.1.example.org |                              | VERIFY_FULL |      | names no",
                "localhost | ?sslmode=verify-full                     | VERIFY_FULL |      | ",
                "localhost | ?sslrootcert=/ca.pem                     | VERIFY_FULL | /ca.pem | ",
                "localhost | ?ssl=true                                | VERIFY_FULL |      | ",
                "h         | ?sslmode=verify-ca&sslrootcert=/ca.pem   | VERIFY_CA   | /ca.pem | ",
                "h         | ?sslmode=disable                         | DISABLE     |      | ",
                "h         | ?sslmode=require                         | REQUIRE     |      | ",
                "h         | ?sslmode=require&sslrootcert=/ca.pem     | VERIFY_CA   | /ca.pem | as libpq does",
                "h         | ?sslmode=prefer                          | REQUIRE     |      | sslmode=prefer",
                "h         | ?sslmode=allow                           | REQUIRE     |      | sslmode=allow",
                "h         | ?sslrootcert=system                      | VERIFY_FULL |      | ",
                "h         | ?sslmode=require&sslrootcert=system       | VERIFY_FULL |      | =system"
            })
    void neverUsesLessTlsThanTheTextAsksFor(
            String host, String query, TlsMode mode, String caFile, String note)
            throws ProblemException {
        ConnectionText read =
                ConnectionText.parse(
                        "postgresql://a@" + host + "/b" + (query == null ? "" : query));

        assertEquals(mode, read.tls());
        assertEquals(Optional.ofNullable(caFile).map(Path::of), read.caFile());
        assertEquals(note == null ? 0 : 1, read.notes().size(), read.notes().toString());
        if (note != null) {
            assertEquals(true, read.notes().getFirst().contains(note), read.notes().toString());
        }
    }

    @Test
    void passesNoOtherParameterOnAndNamesOnlyThoseThatAreNoSecret() throws ProblemException {
        ConnectionText read =
                ConnectionText.parse(
                        "jdbc:postgresql://h/b?user=a&socketFactory=x.Y&loggerFile=/tmp/x"
                                + "&authenticationPluginClassName=x.Z&options=-c%20a&hunter2=1");

        assertEquals(
                List.of(
                        NO_SSL_MODE,
                        "The text also sets authenticationPluginClassName, loggerFile, options,"
                                + " socketFactory; the console ignores that.",
                        "One parameter is ignored, because the console does not know its name."),
                read.notes());
        assertEquals(
                "2 parameters are ignored, because the console does not know their names.",
                ConnectionText.parse("host=h user=a dbname=b hunter2=1 hunter3=2")
                        .notes()
                        .getLast());
    }

    @Test
    void asksForThePasswordWhereTheTextHasAPlaceholder() throws ProblemException {
        ConnectionText read =
                ConnectionText.parse("postgresql://a:[YOUR-PASSWORD]@localhost:5432/b");

        assertEquals(Optional.empty(), read.password());
        assertEquals(
                List.of("The text holds a placeholder instead of the password; type the real one."),
                read.notes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`   `                          | The connection text is empty.",
                "DATABASE_URL=                  | The connection text is empty.",
                "mysql://a@h/b                  | The address is not one of a PostgreSQL server.",
                "jdbc:mysql://h/b               | The address is not one of a PostgreSQL server.",
                "db.example.org                 | The text is neither an address nor a list of",
                "postgresql://                  | The text names no host.",
                "jdbc:postgresql:shop           | The text names no host.",
                "dbname=shop                    | The text names no host.",
                "postgresql://a@h1,h2/b         | The text names several hosts; give one.",
                "postgresql://a@h1:1,h2:2/b     | The text names several hosts; give one.",
                "host=h1,h2 port=1,2            | The text names several hosts; give one.",
                "host=/var/run/postgresql       | The text names a Unix-domain socket,",
                "postgresql://%2Fvar%2Frun/b    | The text names a Unix-domain socket,",
                "postgresql://a@[::1/b          | The host is neither a host name nor",
                "postgresql://a@[::1]x/b        | The host is neither a host name nor",
                "host='a b'                     | The host is neither a host name nor",
                "Host=h;Port=1 host=h;Port=1    | The host is neither a host name nor",
                "postgresql://a@h:0/b           | The port is not a whole number from 1 to 65535.",
                "postgresql://a@h:65536/b       | The port is not a whole number from 1 to 65535.",
                "postgresql://a@h:٥/b           | The port is not a whole number from 1 to 65535.",
                "postgresql://a:pa/ss@h/b       | An @ stands after the first / of the address,",
                "postgresql://a:p%@h/b          | A % in the address is not followed by two",
                "postgresql://a:p%zz@h/b        | A % in the address is not followed by two",
                "postgresql://a:p%C3@h/b        | A % in the address is not followed by two",
                "postgresql://a@h/b%4           | A % in the address is not followed by two",
                "postgresql://a@h/b%00          | The connection text contains a NUL character,",
                "postgresql://a@h/a b           | The address contains a blank, a line break",
                "postgresql://a@h/b?sslmode     | A parameter of the text has no name or no value.",
                "host=h user                    | A parameter of the text has no name or no value.",
                "host=h =x                      | A parameter of the text has no name or no value.",
                "host=h password='x             | A quotation mark is opened and not closed,",
                "X=\"postgres://a@h/b           | A quotation mark is opened and not closed,",
                "postgres://a@h/b\"             | A quotation mark is opened and not closed,",
                "host=h sslmode=maybe           | The sslmode is none that PostgreSQL knows."
            })
    void saysWhatIsWrong(String text, String beginning) {
        Problem problem = refusal(text.replace("\\\"", "\""));

        assertEquals(Problem.Kind.BAD_INPUT, problem.kind());
        assertEquals(
                beginning,
                problem.sentence()
                        .substring(0, Math.min(beginning.length(), problem.sentence().length())));
        assertFalse(problem.remedy().isBlank());
    }

    @Test
    void refusesNulAndFilesPastedByMistake() {
        assertEquals(
                "The connection text contains a NUL character, which no name or password of"
                        + " PostgreSQL can contain.",
                refusal("host=h\0").sentence());
        assertEquals(
                "The connection text is longer than 4,096 characters.",
                refusal("host=" + "h".repeat(4_092)).sentence());
    }

    private static Problem refusal(String text) {
        return assertThrows(ProblemException.class, () -> ConnectionText.parse(text)).problem();
    }
}
