package dev.shuttle.loom.harness;

/**
 * The columns of a lift plan: a selvedge, mains with a binder after so many of them, a selvedge.
 *
 * @param mains ends that hang on hooks of the figure
 * @param mainsPerBinder after so many mains lies a binder, which a front harness lifts; 0 where there are none
 * @param selvedge ends of each selvedge
 */
public record Warp(int mains, int mainsPerBinder, int selvedge) {
    /** How many columns the plan has. */
    public int ends() {
        return 2 * selvedge + mains + (mainsPerBinder == 0 ? 0 : mains / mainsPerBinder);
    }

    /** The column of a main, both from 0. */
    int column(int main) {
        return selvedge + main + (mainsPerBinder == 0 ? 0 : main / mainsPerBinder);
    }

    /** Whether a binder lies after a main. */
    boolean isBound(int main) {
        return mainsPerBinder > 0 && main % mainsPerBinder == mainsPerBinder - 1;
    }
}
