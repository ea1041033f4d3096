/** Whether a deadline lies behind a night. A night is the state at 24:00 of its day, so its own day's deadlines do. */
export const isOver = (deadline: string, night: string): boolean => deadline.slice(0, 10) <= night;
