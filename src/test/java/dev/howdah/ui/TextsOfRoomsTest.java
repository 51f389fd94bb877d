package dev.howdah.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.howdah.testing.Await;
import dev.howdah.wronghouse.ui.users.form.UserForm;
import dev.howdah.wronghouse.ui.users.list.UserList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A view that includes views of other rooms finds the texts of all of them. */
class TextsOfRoomsTest {
    @Test
    void findsTheTextsOfEveryRoom() {
        TextsOfRooms texts = new TextsOfRooms(List.of(Await.class, UserForm.class, UserForm.class));

        assertEquals("It's 5 o'clock", texts.getString("test.plain"));
        assertEquals("Form", texts.getString("wrong.form"));
    }

    @Test
    void refusesAKeyThatTwoRoomsReadDifferently() {
        assertThrows(
                IllegalStateException.class,
                () -> new TextsOfRooms(List.of(UserList.class, UserForm.class)));
    }
}
