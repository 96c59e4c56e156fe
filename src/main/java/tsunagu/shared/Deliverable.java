package tsunagu.shared;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A letter can be sent to this address: the one rule of {@link MailAddress} for all forms. The specification's own constraint refuses
 * addresses that carriers here gave out ("a..b@docomo.ne.jp").
 */
@Constraint(validatedBy = Deliverable.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Deliverable {

    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Nothing typed is another constraint's. */
    class Validator implements ConstraintValidator<Deliverable, String> {

        @Override
        public boolean isValid(String typed, ConstraintValidatorContext context) {
            return typed == null || typed.isBlank() || MailAddress.plausible(typed);
        }
    }
}
