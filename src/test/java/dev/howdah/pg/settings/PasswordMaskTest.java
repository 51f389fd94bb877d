package dev.howdah.pg.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values in which somebody has left a password. */
class PasswordMaskTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    host=a password=hunter2 port=5432 | host=a password=••• port=5432
                    password='it\\'s ''so'' long' user=r | password=••• user=r
                    PASSWORD = hunter2                | PASSWORD = •••
                    postgresql://rep:hunter2@a:1/db   | postgresql://rep:•••@a:1/db
                    PGPASSWORD=hunter2 cp %p /x/%f    | PGPASSWORD=••• cp %p /x/%f
                    """)
    void hidesThePasswordAndNothingElse(String value, String shown) {
        assertEquals(shown, PasswordMask.masked(value));
        assertTrue(PasswordMask.isIn(value));
        assertTrue(PasswordMask.isIn(shown));
    }

    @Test
    void leavesOtherValuesAlone() {
        for (String value :
                new String[] {
                    "", "scram-sha-256", "host=a passfile=/x/y", "/etc/x:y@z", "md5, password"
                }) {
            assertEquals(value, PasswordMask.masked(value));
            assertFalse(PasswordMask.isIn(value));
        }
    }
}
