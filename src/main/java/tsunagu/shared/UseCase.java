package tsunagu.shared;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One public method of a service: who may call it, and whether it changes something. The interceptor behind it refuses
 * everybody else as if the thing did not exist, names the actor to the database for the audit, and writes the action
 * log. The system itself may call every use case.
 */
@Documented
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface UseCase {

    /** Roles of which one is needed; ignored when {@link #anyone()} is true. */
    @Nonbinding
    Role[] allow() default {};

    /** True when a visitor without an account may call it. */
    @Nonbinding
    boolean anyone() default false;

    /** True when everybody who is signed in may call it, for what is their own. */
    @Nonbinding
    boolean signedIn() default false;

    /** False for a use case that only reads: then the database is told of no actor and refuses every audited change. */
    @Nonbinding
    boolean changes() default true;

    /**
     * True for what somebody at a screen that was left open must not do: whoever is signed in must have given password or passkey a short
     * time ago. Otherwise they are asked for it, and come back ({@link ProofNeededException}).
     */
    @Nonbinding
    boolean fresh() default false;

    /**
     * True for what a page and its parts ask several times: the answer is remembered until the request ends, or something is changed
     * ({@link CurrentActor#once}). Only for what reads, and gives back something that cannot be changed.
     */
    @Nonbinding
    boolean once() default false;

    /** True for the portal's own housekeeping: that it was done again tells nobody anything, and has no line in the action log. */
    @Nonbinding
    boolean quiet() default false;
}
