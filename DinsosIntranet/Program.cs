using DinsosIntranet.App;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddShell();

var app = builder.Build();
app.UseShellHeaders();
app.MapShell();
app.Run();
