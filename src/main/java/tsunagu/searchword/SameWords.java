package tsunagu.searchword;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Words that shall find the same.
 *
 * @param words two or more, parted by space or commas
 */
public record SameWords(@NotNull @Size(max = 200, message = "web.error.tooLong") String words) {}
