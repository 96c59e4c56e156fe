package tsunagu.watch;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import tsunagu.search.Kind;

/**
 * A list with conditions that somebody wants to keep an eye on.
 *
 * @param conditions as they stand in the address, after its question mark
 */
public record NewSearch(
        @NotNull Kind kind,
        @NotNull @Size(max = 2000, message = "watch.error.conditions") String conditions,
        @NotBlank(message = "watch.error.name") @Size(max = 100, message = "watch.error.name") String name,
        @NotNull(message = "watch.error.rhythm") Rhythm rhythm) {}
