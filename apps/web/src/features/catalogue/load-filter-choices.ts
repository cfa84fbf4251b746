/** The choices' own code, fetched when somebody comes near a filter. */
export const loadFilterChoices = () => import('./filter-choices').then(module => module.FilterChoices)
