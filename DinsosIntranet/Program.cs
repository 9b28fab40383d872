using DinsosIntranet.App;
using DinsosIntranet.App.Verbs;

if (await CommandLine.RunAsync(args) is { } exitCode)
{
    return exitCode;
}

var builder = DinsosHost.CreateBuilder(args);
var app = builder.Build();
await app.PrepareAsync();
await app.UseDinsos().RunAsync();
return 0;
