package fr.ruche.review;

import java.util.List;

/** @param sets names of the facts that a process of this subject knows from its beginning */
public record StartWord(Subject about, List<String> sets) {}
