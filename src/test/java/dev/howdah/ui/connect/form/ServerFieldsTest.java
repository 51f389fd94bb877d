package dev.howdah.ui.connect.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.ui.connect.form.ServerFields.Field;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.Notice.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each field of a server is judged once it was left, in a sentence. */
class ServerFieldsTest {
    @Test
    void aFieldIsJudgedOnlyAfterItWasLeft() {
        ServerFields fields = new ServerFields();
        fields.text(Field.PORT).set("70000");
        assertEquals("", fields.problem(Field.PORT).get());

        fields.touch(Field.PORT);
        assertEquals(
                "The port is a whole number from 1 to 65535; usually it is 5432.",
                fields.problem(Field.PORT).get());

        fields.text(Field.PORT).set(" 6432 ");
        assertEquals("", fields.problem(Field.PORT).get());
        assertEquals("", fields.problem(Field.HOST).get());
    }

    @Test
    void judgesEveryFieldAndNamesTheFirstThatIsWrong() {
        ServerFields fields = new ServerFields();
        fields.text(Field.PORT).set("0");
        fields.text(Field.CA_FILE).set("a\0b");

        assertEquals(Optional.of(Field.HOST), fields.firstWrong());

        assertEquals(
                List.of(
                        "Name the host, for example db.example.org, or localhost for this machine.",
                        "The port is a whole number from 1 to 65535; usually it is 5432.",
                        "Name the database to connect to, for example postgres.",
                        "Name the user to log in as.",
                        "This is no file name on this machine."),
                Arrays.stream(Field.values()).map(f -> fields.problem(f).get()).toList());
    }

    @Test
    void aHostIsJudgedAsInAConnectionText() {
        ServerFields fields = new ServerFields();
        fields.touch(Field.HOST);

        fields.text(Field.HOST).set("a,b");
        assertEquals("The text names several hosts; give one.", fields.problem(Field.HOST).get());
        fields.text(Field.HOST).set("it's wrong");
        assertEquals(
                "The host is neither a host name nor an IP address.",
                fields.problem(Field.HOST).get());
        fields.text(Field.HOST).set("::1");
        assertEquals("", fields.problem(Field.HOST).get());
    }

    @Test
    void aModeThatChecksNoCertificateNeedsNoFile() {
        ServerFields fields = new ServerFields();
        fields.point(PgTarget.of("db.example.org", 5433, "orders", "dba", TlsMode.VERIFY_FULL));
        fields.text(Field.CA_FILE).set("a\0b");
        assertEquals(Optional.of(Field.CA_FILE), fields.firstWrong());

        fields.tls().set(TlsMode.REQUIRE);

        assertEquals(Optional.empty(), fields.firstWrong());
        assertEquals(Optional.empty(), fields.target().caFile());
    }

    @Test
    void eachTlsModeSaysWhatItProtectsFrom() {
        ServerFields fields = new ServerFields();
        List<Notice> said = new ArrayList<>();
        for (TlsMode mode : TlsMode.values()) {
            fields.tls().set(mode);
            said.add(fields.tlsNotice());
        }
        assertEquals(
                List.of(Level.GOOD, Level.GOOD, Level.WARNING, Level.WARNING),
                said.stream().map(Notice::level).toList());
        assertEquals(4, said.stream().map(Notice::sentence).distinct().count());
        assertTrue(said.getLast().sentence().startsWith("Not safe: nothing is encrypted"));
    }
}
