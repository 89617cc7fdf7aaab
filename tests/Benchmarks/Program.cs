using SupportBot.Benchmarks.Recognizers;

return args switch
{
    ["recognizers", .. string[] rest] => await RecognizersBenchmark.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/Benchmarks -- recognizers");
    return 1;
}
