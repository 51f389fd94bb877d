package dev.howdah.wronghouse.refresh;

import dev.howdah.wronghouse.pg.Cellar;
import java.net.http.HttpClient;
import java.sql.Connection;
import javafx.beans.property.StringProperty;
import tools.jackson.databind.ObjectMapper;

/** Does everything itself. */
public interface Loop {
    void seesCellar(Cellar one);

    void seesConnection(Connection one);

    void seesStringProperty(StringProperty one);

    void seesHttpClient(HttpClient one);

    void seesObjectMapper(ObjectMapper one);
}
