package fr.ruche.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import fr.ruche.common.Euros;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An amount as it is written: digits and at most two decimals. Whether it may be negative is for the domain to say. */
class AmountReader extends StdScalarDeserializer<BigDecimal> {

    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,9}(\\.\\d{1,2})?");

    AmountReader() {
        super(BigDecimal.class);
    }

    @Override
    public @Nullable BigDecimal deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_NUMBER_INT) && !json.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
            return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, json);
        }
        var written = json.getText();
        if (!AMOUNT.matcher(written).matches()) {
            throw InvalidFormatException.from(json, "Not an amount", written, BigDecimal.class);
        }
        return Euros.of(written);
    }
}
