package fr.ruche.funding;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a manager fills in of a payment; every missing or wrong field is named. Euros. */
public record PaymentPlan(
        @Nullable Credit credit,
        @Nullable BigDecimal amount,
        @Nullable LocalDate paidOn,
        @Nullable String reference) {}
