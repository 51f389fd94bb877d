package dev.howdah.ui.settings.allowlist.effect;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Sessions are told apart by what they call themselves. */
class ClientNameTest {
    @Test
    void knowsPoolersByName() {
        assertTrue(ClientName.isPooler("PgBouncer"));
        assertTrue(ClientName.isPooler("shop - 10.0.0.4:51234"));
        assertFalse(ClientName.isPooler("order-service"));
    }
}
