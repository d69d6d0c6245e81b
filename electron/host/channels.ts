// The two channels between a window and the main process. There is no third.
export const callChannel = 'desk:call';
export const eventChannel = 'desk:event';
