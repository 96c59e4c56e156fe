package tsunagu.shared;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;

/**
 * {@code @Size} of a text, in characters as {@link TextLength} counts them. The validator's own counts Java's halves, so a name of 100 rare kanji
 * would be too long for a field of 100. In force for every text by META-INF/constraints.xml.
 */
public class CountedLength implements ConstraintValidator<Size, String> {

    private int least;
    private int most;

    @Override
    public void initialize(Size size) {
        least = size.min();
        most = size.max();
    }

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        int length = TextLength.of(text);
        return length >= least && length <= most;
    }
}
