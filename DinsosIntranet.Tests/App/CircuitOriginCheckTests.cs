using DinsosIntranet.App;
using Microsoft.AspNetCore.Http;

namespace DinsosIntranet.Tests.App;

public sealed class CircuitOriginCheckTests
{
    [Theory]
    [InlineData("/_blazor/negotiate", "POST", false, "https://dinsos.lebak.test", true)]
    [InlineData("/_blazor/negotiate", "POST", false, "https://jahat.test", false)]
    [InlineData("/_blazor/negotiate", "POST", false, "https://dinsos.lebak.test:8443", false)]
    [InlineData("/_blazor/negotiate", "POST", false, "null", false)]
    [InlineData("/_blazor/negotiate", "POST", false, null, false)]
    [InlineData("/_blazor", "GET", true, "https://dinsos.lebak.test", true)]
    [InlineData("/_blazor", "GET", true, "https://jahat.test", false)]
    [InlineData("/_blazor", "GET", true, null, false)]
    [InlineData("/_blazor", "CONNECT", false, null, false)]
    [InlineData("/_blazor/initializers", "GET", false, null, true)]
    [InlineData("/_BLAZOR/negotiate", "POST", false, "https://jahat.test", false)]
    [InlineData("/masuk", "POST", false, "https://jahat.test", true)]
    public async Task Invoke_Request_PassesOnlyFromOwnPages(string path, string method, bool handshake, string? origin, bool passes)
    {
        var context = new DefaultHttpContext();
        context.Request.Path = path;
        context.Request.Method = method;
        context.Request.Host = new HostString("dinsos.lebak.test");
        if (origin is not null)
        {
            context.Request.Headers.Origin = origin;
        }

        if (handshake)
        {
            context.Request.Headers.Upgrade = "websocket";
        }

        var passed = false;
        await new CircuitOriginCheck(_ =>
        {
            passed = true;
            return Task.CompletedTask;
        }).InvokeAsync(context);

        Assert.Equal(passes, passed);
        Assert.Equal(passes ? StatusCodes.Status200OK : StatusCodes.Status403Forbidden, context.Response.StatusCode);
    }
}
