package fr.ruche.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts with two decimals and no exponent: {@code 2000.00}. */
class AmountWriter extends StdScalarSerializer<BigDecimal> {

    AmountWriter() {
        super(BigDecimal.class);
    }

    @Override
    public void serialize(BigDecimal amount, JsonGenerator json, SerializerProvider context) throws IOException {
        var shown = amount.scale() < 2 ? amount.setScale(2, RoundingMode.UNNECESSARY) : amount;
        json.writeNumber(shown.toPlainString());
    }
}
