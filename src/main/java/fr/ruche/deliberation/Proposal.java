package fr.ruche.deliberation;

import java.math.BigDecimal;
import java.util.UUID;

/** What a validated scenario proposes for a dossier; euros. */
record Proposal(
        UUID session,
        String dossier,
        int place,
        Standing standing,
        BigDecimal operating,
        BigDecimal investment,
        String reason,
        String scenario) {}
