package tsunagu.shared.bad;

import tsunagu.plan.PlanService;

/** A kernel that knows a room. */
public class BadKernel {

    PlanService plan;
}
