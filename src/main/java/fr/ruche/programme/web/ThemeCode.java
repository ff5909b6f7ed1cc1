package fr.ruche.programme.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The codes of the themes are whole numbers, and written as numbers or as texts. */
class ThemeCode extends StdScalarDeserializer<String> {

    ThemeCode() {
        super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser json, DeserializationContext context) throws IOException {
        return json.hasToken(JsonToken.VALUE_NUMBER_INT) || json.hasToken(JsonToken.VALUE_STRING)
                ? json.getText().strip()
                : (String) context.handleUnexpectedToken(String.class, json);
    }
}
