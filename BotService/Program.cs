using SupportBot.Commands;

return await CommandTree.RunAsync(args);
