package tsunagu.posting;

import java.time.Instant;
import java.util.Map;

/**
 * What a posting said from an instant on; kept for whoever applied to it (職業安定法5条の3第3項).
 *
 * @param number from 1
 */
public record Edition(int number, Instant publishedAt, Map<Term, String> terms) {}
