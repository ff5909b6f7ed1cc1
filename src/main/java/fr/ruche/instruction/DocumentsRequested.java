package fr.ruche.instruction;

import fr.ruche.dossier.DossierNumber;
import java.time.LocalDate;
import java.util.List;

/**
 * The porteur is asked for papers (INC-01); published in the transaction of the request.
 *
 * @param missing titles of the papers that the rules find missing
 * @param until last day to send them
 */
public record DocumentsRequested(DossierNumber dossier, String reason, List<String> missing, LocalDate until) {}
