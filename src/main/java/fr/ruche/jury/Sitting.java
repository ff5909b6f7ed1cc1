package fr.ruche.jury;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * A convocation to which too few came, replaced by another with the same agenda.
 *
 * @param motive what was found and why, in French
 */
@Embeddable
public record Sitting(Instant startsAt, String place, String motive) {}
