package fr.ruche.cockpit;

/**
 * How many of a group can be counted on.
 *
 * @param members enabled accounts of the group
 * @param here those that are not away today
 */
public record Presence(int members, int here) {}
