using DinsosIntranet.App;

var builder = WebApplication.CreateBuilder(args).AddDinsos();
var app = builder.Build();
await app.PrepareAsync();
await app.UseDinsos().RunAsync();
